// The tables that the console reads, of all domains, in one place.
export { alarm } from '../../alarms/tables.ts';
export { call, callEvent, recording } from '../../calls/tables.ts';
export { caseEvent, supportCase } from '../../cases/tables.ts';
export { customer, customerContact } from '../../customers/tables.ts';
export { page, pageEvent, paging } from '../../paging/tables.ts';
export { contactMethod, duty, person } from '../../people/tables.ts';
export { textMessage } from '../../texts/tables.ts';
