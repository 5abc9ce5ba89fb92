export { seedExamplePeople } from './import/index.ts';
export { firstName, usableChannels, type ContactMethod, type Responder, type Roster } from './roster.ts';
export {
  languageOfCalled,
  loadDuty,
  loadRoster,
  peopleWithPhones,
  personByNumber,
  personName,
  setContactState,
  textAddressOf,
} from './roster.store.ts';
export { contactMethod, duty, person, type Channel, type ContactState } from './tables.ts';
