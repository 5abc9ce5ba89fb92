export { dutyColumns, dutyParts, dutyPeople, toDeskDuty, type DutyColumns } from './load.store.ts';
export { onDutyAt } from './on-duty.ts';
export { setSchedule } from './schedule.store.ts';
export type { DeskDuty, Layer, RoleDefinition } from './schedule.ts';
