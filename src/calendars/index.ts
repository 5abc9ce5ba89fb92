export { calendarOf } from './feed.store.ts';
export { importLeave } from './import-leave.store.ts';
export {
  ownerOfLink,
  readLink,
  removeLink,
  renewLink,
  type CalendarLink,
  type LinkOf,
} from './link.store.ts';
