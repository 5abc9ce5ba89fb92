export { faultsOf } from './faults.ts';
export { dutyColumns, dutyParts, dutyPeople, toDeskDuty, type DutyColumns } from './load.store.ts';
export { onDutyAt } from './on-duty.ts';
export { readInstant, saysOffset } from './instants.ts';
export { addLeave } from './override.store.ts';
export { isSameDefinition } from './same.ts';
export { loadVersions, setSchedule, type StoredVersion } from './schedule.store.ts';
export { sweep, type DutyFinding } from './sweep.ts';
export type { DeskDuty, Layer, RoleDefinition } from './schedule.ts';
