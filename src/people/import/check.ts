import { suggestion } from '../../ivr/index.ts';
import type { Finding, Path } from './fault.ts';
import type { Located, PeopleFile } from './read.ts';
import type { CustomerEntry } from './schema.ts';
import { textsAt } from './texts-at.ts';

/** What the names in a file may refer to, beside what is in the file. */
export interface Known {
  /** Keys of the people in the database. */
  people: Iterable<string>;
  /** Names of the desks; undefined when the IVR scripts could not be read, and desks are not checked. */
  desks: readonly string[] | undefined;
}

/**
 * What is wrong between the parts of a file, and between the file and what is there already. `raw` is the file as YAML
 * gave it: a person with a faulty number is still one that duty may name.
 */
export function checkPeopleFile(raw: unknown, file: PeopleFile, knownBefore: Known): Finding[] {
  const named = textsAt(raw, ['people', '*', 'key']);
  const customers = textsAt(raw, ['customers', '*', 'key']);
  const phones = textsAt(raw, ['customers', '*', 'contacts', '*', 'phone']);
  const known = new Set([...named.map(({ entry }) => entry), ...knownBefore.people]);
  return [
    ...repeats(named, (key) => `There is a person "${key}" already`),
    ...repeats(customers, (key) => `There is a customer "${key}" already`),
    ...repeats(
      phones,
      (phone) => `This customer has a contact with ${phone} already`,
      ({ path }) => path[1],
    ),
    ...repeats(
      textsAt(raw, ['customers', '*', 'offices', '*', 'name']),
      (office) => `This customer has an office "${office}" already`,
      ({ path }) => path[1],
    ),
    ...repeats(
      file.customers.flatMap(({ path, entry }) => marksOf(path, entry)),
      (mark) => `There is a unit ${mark} already`,
    ),
    ...checkOffices(file),
    ...checkDuty(file, known),
    ...checkDesks([...file.desks, ...textsAt(raw, ['customers', '*', 'desks', '*'])], knownBefore.desks),
  ];
}

/** Each name that stood before in the same scope. */
function repeats(
  names: readonly Located<string>[],
  already: (name: string) => string,
  scopeOf: (name: Located<string>) => string | number | undefined = () => '',
): Finding[] {
  const seen = new Set<string>();
  return names.flatMap((name) => {
    const identity = `${scopeOf(name) ?? ''} ${name.entry}`;
    if (seen.has(identity)) {
      return [{ path: name.path, what: `${already(name.entry)}.`, mend: 'Keep one of them.' }];
    }
    seen.add(identity);
    return [];
  });
}

/** Each serial number and MAC address of a customer's units, as they are compared. */
function marksOf(path: Path, { units }: CustomerEntry): Located<string>[] {
  return units.flatMap((unit, index) =>
    (['serial', 'mac'] as const).flatMap((mark) => {
      const entry = unit[mark];
      return entry === undefined ? [] : [{ path: [...path, 'units', index, mark], entry }];
    }),
  );
}

/** A unit stands at an office of its customer. */
function checkOffices({ customers }: PeopleFile): Finding[] {
  return customers.flatMap(({ path, entry: { key, offices, units } }) => {
    const names = offices.map(({ name }) => name);
    return units.flatMap(({ office }, index) => {
      if (office === undefined || names.includes(office)) return [];
      const mend =
        names.length === 0 ? `Name it under offices: of ${key}, or leave it out.` : suggestion(office, names);
      return [{ path: [...path, 'units', index, 'office'], what: `${key} has no office "${office}".`, mend }];
    });
  });
}

function checkDuty({ duty }: PeopleFile, people: ReadonlySet<string>): Finding[] {
  return duty.flatMap(({ entry: { desk, role, people: list } }) => [
    ...list
      .filter(({ entry }) => !people.has(entry))
      .map(({ path, entry }) => ({
        path,
        what: `Nobody has the key "${entry}", neither in this file nor in the database.`,
        mend: personMend(entry, [...people]),
      })),
    ...repeats(list, (key) => `${key} is in this list already (${role} at ${desk})`),
  ]);
}

/** The key that was probably meant, or all there are as long as that can be read. */
export function personMend(key: string, people: readonly string[]): string {
  const hint = suggestion(key, people);
  return hint.length <= 120 && people.length > 0 ? hint : 'Add this person to the file, or take the key out.';
}

function checkDesks(uses: readonly Located<string>[], known: readonly string[] | undefined): Finding[] {
  if (known === undefined) return [];
  return uses
    .filter(({ entry }) => !known.includes(entry))
    .map(({ path, entry }) => ({
      path,
      atKey: path[0] !== 'customers',
      what: `There is no desk "${entry}".`,
      mend: suggestion(entry, known),
    }));
}
