export { seedExamplePeople } from './example-people.store.ts';
export { readFileAlone, type FileAlone } from './file-alone.ts';
export { importPeople, type ImportOptions } from './import-people.store.ts';
export { replacedNumberNews } from './import.store.ts';
export type { PeopleFault } from './fault.ts';
export type { ImportReport } from './report.ts';
export type { PeopleSource } from './source.ts';
