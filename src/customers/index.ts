export { customer, customerContact } from './tables.ts';
