import { z } from 'zod';
import { suggestion, type Role } from '../../ivr/index.ts';
import { nameOf, valueAt, type Finding, type Path } from './fault.ts';
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

/** What a people file says, as far as it can be understood. */
export interface PeopleFile {
  people: Located<PersonEntry>[];
  duty: Located<DutyList>[];
  customers: Located<CustomerEntry>[];
  /** The desks that have duty in the file. */
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
  const desks = namesUnder(raw, ['duty'], deskField, findings);
  const duty = desks.flatMap(({ path, entry: desk }) => {
    if (read(mapping, path) === undefined) return [];
    return namesUnder(raw, path, roleField, findings).flatMap(({ path: at, entry: role }) => {
      const list = { desk, role: role as Role, people: items(keyField, at) };
      return read(listOf(z.unknown()), at) === undefined ? [] : [{ path: at, entry: list }];
    });
  });
  const customers = items(customerSchema, ['customers']);
  return { content: { people, duty, customers, desks }, findings };
}

const emptyFile: Finding = {
  path: [],
  what: 'There is nothing in this file.',
  mend: 'Write people:, duty: or customers:, as in examples/people.yaml.',
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
