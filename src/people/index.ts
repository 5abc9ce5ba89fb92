export { readFileAlone, replacedNumberNews, seedExamplePeople, type FileAlone } from './import/index.ts';
export { mostLines, readLines } from './lines.ts';
export { afterQuietHours, mostQuietHours, readQuiet } from './quiet.ts';
export { loadQuietHours } from './quiet.store.ts';
export {
  firstName,
  linesOf,
  rosterAt,
  usableChannels,
  type ContactMethod,
  type Responder,
  type Roster,
  type RosterSource,
} from './roster.ts';
export {
  languageOfCalled,
  loadDuty,
  loadPeople,
  loadRoster,
  loadRosterSource,
  peopleWithPhones,
  personByNumber,
  isContactOf,
  personName,
  setContactState,
  textAddressOf,
} from './roster.store.ts';
export { contactMethod, duty, person, type Channel, type ContactState } from './tables.ts';
