export { caseActions } from './actions.ts';
export { askForReturn, endOfWait } from './reminders.ts';
export type { CaseRefusal } from './refusal.ts';
export { whyNot, type Step, type WorkState } from './steps.ts';
export { workOf } from './work.store.ts';
