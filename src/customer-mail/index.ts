export type { CustomerEvent } from './events.ts';
export { tellCustomer } from './tell.ts';
export { tellCustomerWho } from './tell-who.ts';
export { statusFailure, statusPin } from './tables.ts';
export { momentWords } from './moment.ts';
export { lookAtStatus, type StatusLook } from './status.ts';
export { customerWords, type CustomerWords } from './words.ts';
