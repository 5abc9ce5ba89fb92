export { Engine, type EngineLog, type EngineOptions } from './engine.ts';
export {
  PassingFault,
  type NewTask,
  type Task,
  type TaskHandler,
  type TaskOutcome,
  type TaskRun,
} from './task.ts';
export {
  anyEngineLives,
  backlog,
  bringForward,
  enqueue,
  enqueueMissing,
  type ClaimableTask,
} from './task.store.ts';
