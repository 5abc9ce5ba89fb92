export { hoursWith, type OwnHours } from './hours-with.ts';
export { listOwnDates, loadOwnHours, removeOwnDate, setOwnDate, type OwnDate } from './own-hours.store.ts';
export { readDate, type DateFault, type DateFaults, type DateField, type WrittenDate } from './read-date.ts';
