export { answer, ask, leave, override, withdraw } from './by-hand.store.ts';
export type { AskedSwap, SwappedShift } from './change.ts';
export { changing, type Changed, type Doing, type Unchanged, type WatchedDesk } from './changing.store.ts';
export { changesSince, readChanges, readListChanges, type ListChange } from './changes.store.ts';
export type { DutyFault } from './duty-fault.ts';
export { faultsOf } from './faults.ts';
export { readKeptGaps, type KeptGap } from './gap.store.ts';
export type { Gap } from './gaps.ts';
export {
  desksOf,
  dutyColumns,
  dutyParts,
  dutyPeople,
  loadDeskDuty,
  toDeskDuty,
  type DutyColumns,
} from './load.store.ts';
export { onDutyAt, whoIsOnDuty, type OnDutyUntil } from './on-duty.ts';
export { stretches, type SeatStretch } from './stretches.ts';
export { readInstant, saysOffset } from './instants.ts';
export { addLeave, leaveFromCalendar, withdrawLeave } from './override.store.ts';
export { isSameDefinition } from './same.ts';
export {
  desksWithSchedules,
  loadVersions,
  NO_SCHEDULE_MS,
  scheduleRounds,
  setSchedule,
  type StoredVersion,
} from './schedule.store.ts';
export { ownShifts, seatStrips, type SeatStrip, type Stretch } from './strips.ts';
export { swapNews, swapOf, type SwapStatus } from './swap.store.ts';
export { sweep, type DutyFinding, type SweptDesk } from './sweep.ts';
export type { DeskDuty, Layer, RoleDefinition, Shift } from './schedule.ts';
