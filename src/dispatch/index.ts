export { followCarriers } from './carrier-standing.ts';
export { callProgressed, type CallProgress } from './call-progress.ts';
export type { CarrierService } from './carrier-service.ts';
export { CarrierTurns } from './carrier-turns.ts';
export { handOver, kindsAtCarriers, taskHandlers } from './handlers.ts';
export { pagesWaitFor } from './waiting-pages.ts';
export { textProgressed } from './text-progress.ts';
