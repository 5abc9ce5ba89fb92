import { suggestion } from '../../ivr/index.ts';
import type { Finding } from './fault.ts';
import type { Located, PeopleFile } from './read.ts';
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
