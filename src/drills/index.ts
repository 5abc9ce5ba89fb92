export { drillHandlers, drillTasks } from './begin.ts';
export { drillDocument, drillKey } from './leg.ts';
export { readReach, type Reach } from './reach.store.ts';
export { missedDrillSubjects } from './standing.ts';
export { takeDrillText } from './take-text.ts';
