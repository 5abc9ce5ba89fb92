export { handoffHandlers, handoffTasks } from './round.ts';
export { isNight, morningAfter } from './night.ts';
