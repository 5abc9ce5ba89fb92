import { z } from 'zod';
import { suggestion, type Role } from '../../ivr/index.ts';
import { nameOf, valueAt, type Finding, type Path } from './fault.ts';
import { leaveSchema, scheduleSchema, type LeaveEntry, type ScheduleEntry } from './schedule-schema.ts';
import { schemaFindings } from './schema-findings.ts';
import {
  customerSchema,
  deskField,
  keyField,
  listOf,
  mapping,
  personSchema,
  roleField,
  roles,
  topSchema,
  type CustomerEntry,
  type PersonEntry,
} from './schema.ts';

/** Something of the file with the way to it. */
export interface Located<Entry> {
  path: Path;
  entry: Entry;
}

/** One duty list of the file: who answers for a role of a desk, in order. */
export interface DutyList {
  desk: string;
  role: Role;
  people: Located<string>[];
}

/** What the file says of a role's schedule; undefined: there is to be none, and the duty list counts again. */
export interface ScheduleOfRole {
  desk: string;
  role: Role;
  schedule: ScheduleEntry | undefined;
}

/** What a people file says, as far as it can be understood. */
export interface PeopleFile {
  people: Located<PersonEntry>[];
  duty: Located<DutyList>[];
  schedules: Located<ScheduleOfRole>[];
  leave: Located<LeaveEntry>[];
  customers: Located<CustomerEntry>[];
  /** The desks that have duty or schedules in the file. */
  desks: Located<string>[];
}

/** Reads what YAML gave, item by item, so that one fault hides no other. */
export function readPeopleFile(raw: unknown): { content: PeopleFile; findings: Finding[] } {
  const findings: Finding[] = [];
  /** The value at `path` as `schema` gives it; what is wrong is noted, and undefined returned. */
  const read = <Schema extends z.ZodType>(schema: Schema, path: Path): z.output<Schema> | undefined => {
    const result = schema.safeParse(valueAt(raw, path));
    if (result.success) return result.data;
    findings.push(...schemaFindings(result.error.issues, path, raw));
    return undefined;
  };
  const items = <Schema extends z.ZodType>(schema: Schema, path: Path): Located<z.output<Schema>>[] => {
    const list = listOf(z.unknown()).safeParse(valueAt(raw, path) ?? []);
    return (list.data ?? []).flatMap((_, index) => {
      const entry = read(schema, [...path, index]);
      return entry === undefined ? [] : [{ path: [...path, index], entry }];
    });
  };
  if (raw === null) findings.push(emptyFile);
  else read(topSchema, []);

  const people = items(personSchema, ['people']);
  const dutyDesks = namesUnder(raw, ['duty'], deskField, findings);
  const scheduleDesks = namesUnder(raw, ['schedules'], deskField, findings);
  /** Each role of these desks, with the way to it. */
  const rolesOf = (desks: Located<string>[]): { path: Path; desk: string; role: Role }[] =>
    desks.flatMap(({ path, entry: desk }) => {
      if (read(mapping, path) === undefined) return [];
      return namesUnder(raw, path, roleField, findings).map((of) => ({
        path: of.path,
        desk,
        role: of.entry as Role,
      }));
    });
  const duty = rolesOf(dutyDesks).flatMap(({ path: at, desk, role }) => {
    const list = { desk, role, people: items(keyField, at) };
    return read(listOf(z.unknown()), at) === undefined ? [] : [{ path: at, entry: list }];
  });
  const schedules = rolesOf(scheduleDesks).flatMap(({ path, desk, role }) => {
    const isBlank = ['', null].some((blank) => valueAt(raw, path) === blank);
    const schedule = isBlank ? undefined : read(scheduleSchema, path);
    return isBlank || schedule !== undefined ? [{ path, entry: { desk, role, schedule } }] : [];
  });
  const leave = items(leaveSchema, ['leave']);
  const customers = items(customerSchema, ['customers']);
  const desks = [...dutyDesks, ...scheduleDesks];
  return { content: { people, duty, schedules, leave, customers, desks }, findings };
}

const emptyFile: Finding = {
  path: [],
  what: 'There is nothing in this file.',
  mend: 'Write people:, duty:, schedules: or customers:, as in examples/people.yaml.',
};

/** The names of a mapping that can be what they stand for; each other one is a finding. */
function namesUnder(raw: unknown, path: Path, schema: z.ZodType, findings: Finding[]): Located<string>[] {
  const names = mapping.safeParse(valueAt(raw, path) ?? {});
  return Object.keys(names.data ?? {}).flatMap((name) => {
    if (schema.safeParse(name).success) return [{ path: [...path, name], entry: name }];
    const isRole = path.length > 1;
    findings.push({
      path: [...path, name],
      atKey: true,
      what: `"${name}" in ${nameOf(path, raw)} is ${isRole ? 'not a role' : 'no name of a desk'}.`,
      mend: isRole ? suggestion(name, roles) : 'Use small letters, digits and hyphens, such as dino.',
    });
    return [];
  });
}
