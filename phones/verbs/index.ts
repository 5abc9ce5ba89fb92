export { announce, startConferenceLeg } from './conference-leg.ts';
export type { Source } from './context.ts';
export type { ConferenceEntry } from './dial-conference.ts';
export { startProgram } from './run.ts';
export { speechMs } from './speak.ts';
