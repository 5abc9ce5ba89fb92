export type { RetentionSettings } from './settings.ts';
export { planSweep, runSweep } from './sweep.ts';
