// The tables that the console reads, of all domains, in one place.
export { alarm, alarmTelling } from '../../alarms/index.ts';
export { recording } from '../../answering/index.ts';
export { call, callEvent } from '../../calls/index.ts';
export { caseEvent, supportCase } from '../../cases/index.ts';
export { customer, customerContact } from '../../customers/index.ts';
export { mail } from '../../mail/index.ts';
export { page, pageEvent, paging } from '../../paging/index.ts';
export { contactMethod, duty, person } from '../../people/index.ts';
export { registration } from '../../registration/index.ts';
export { mailReceived } from '../../replies/index.ts';
export { textMessage } from '../../texts/index.ts';
export { canary } from '../../watchdog/index.ts';
