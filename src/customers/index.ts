export { isApprovedNumber } from './approved-number.store.ts';
export { customerName, knownCallers, mailOfContact } from './customer.store.ts';
export { customer, customerContact, customerOffice, customerUnit } from './tables.ts';
export { readMac, readSerial, sameName, type MacFault } from './unit-marks.ts';
