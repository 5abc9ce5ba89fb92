export type { CalendarFault, LeaveFileFault } from './calendar-fault.ts';
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
export type { ImportCounts } from './plan-import.ts';
