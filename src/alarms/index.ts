export { alarmSupervisors } from './alarm-text.ts';
export { clearAlarm, raiseAlarm, type NewAlarm } from './alarm.store.ts';
export { alarm } from './tables.ts';
