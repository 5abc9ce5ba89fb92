export type { CustomerEvent, MailFacts } from './events.ts';
export { tellCustomer } from './tell.ts';
export { tellCustomerWho } from './tell-who.ts';
export { statusFailure, statusPin } from './tables.ts';
export { lookAtStatus, type StatusLook } from './status.ts';
