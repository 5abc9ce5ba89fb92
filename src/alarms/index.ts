export {
  clearAlarm,
  clearAlarmById,
  countOpenAlarms,
  hindrances,
  openAlarms,
  type NewAlarm,
  type OpenAlarm,
} from './alarm.store.ts';
export { raiseAlarm } from './raise.ts';
export { alarm, alarmTelling } from './tables.ts';
export { alarmOfCall, alarmToCall, noteHeard } from './telling.store.ts';
export { carrierFor, subjectOf } from './ways.ts';
