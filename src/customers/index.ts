export { customerName, knownCallers } from './customer.store.ts';
export { customer, customerContact } from './tables.ts';
