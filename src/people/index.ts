export { contactMethod, duty, person, type Channel, type ContactState } from './tables.ts';
