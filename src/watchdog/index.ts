export { alarmActions } from './by-hand.ts';
export { takeCanaryCall, takeCanaryText } from './canary-check.ts';
export type { CanarySettings } from './canary-send.ts';
export { canary } from './tables.ts';
export { watchdogHandlers, watchTasks, type Watch } from './watch.ts';
export { tellOfLateRecords } from './recorded-late.ts';
