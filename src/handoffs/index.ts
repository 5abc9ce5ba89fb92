export { handoffHandlers, handoffTasks } from './round.ts';
