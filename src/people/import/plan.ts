import type { PhoneNumber } from '../../kernel/index.ts';
import type { Channel } from '../tables.ts';
import type { PlannedLeave, PlannedSchedule, SettledSchedules } from './check-schedules.ts';
import type { Existing, StoredCustomer, StoredPerson } from './existing.ts';
import type { PeopleFile } from './read.ts';
import type { CustomerEntry, PersonEntry } from './schema.ts';

/** What an import writes, and what it finds as it should be. */
export interface ImportPlan {
  people: Sorted<PersonEntry>;
  /** Each replaces the whole list of its desk and role. */
  duty: { desk: string; role: string; people: string[] }[];
  schedules: PlannedSchedule[];
  leave: PlannedLeave[];
  customers: Sorted<CustomerEntry>;
}

export interface Sorted<Entry> {
  added: Entry[];
  changed: Entry[];
  unchanged: Entry[];
}

/** What must be written so that the database says what a file without faults says. */
export function planImport(file: PeopleFile, existing: Existing, settled: SettledSchedules): ImportPlan {
  return {
    people: sort(file.people, existing.people, isSamePerson),
    duty: file.duty.map(({ entry: { desk, role, people } }) => ({
      desk,
      role,
      people: people.map(({ entry }) => entry),
    })),
    schedules: settled.schedules,
    leave: settled.leave,
    customers: sort(file.customers, existing.customers, isSameCustomer),
  };
}

/** The numbers of a person by the channel that they are for. */
export function numbersOf(person: PersonEntry): { channel: Channel; address: PhoneNumber; lines: number }[] {
  return (['voice', 'sms'] as const).flatMap((channel) => {
    const address = person[channel];
    const lines = channel === 'voice' ? (person.lines ?? 1) : 1;
    return address === undefined ? [] : [{ channel, address, lines }];
  });
}

function sort<Entry extends { key: string }, Stored>(
  entries: readonly { entry: Entry }[],
  stored: ReadonlyMap<string, Stored>,
  isSame: (entry: Entry, stored: Stored) => boolean,
): Sorted<Entry> {
  const sorted: Sorted<Entry> = { added: [], changed: [], unchanged: [] };
  for (const { entry } of entries) {
    const before = stored.get(entry.key);
    if (before === undefined) sorted.added.push(entry);
    else sorted[isSame(entry, before) ? 'unchanged' : 'changed'].push(entry);
  }
  return sorted;
}

function isSamePerson(entry: PersonEntry, stored: StoredPerson): boolean {
  return (
    entry.name === stored.name &&
    entry.language === stored.language &&
    (entry.quiet === undefined || entry.quiet === stored.quiet) &&
    (entry.email ?? null) === stored.email &&
    isSameSet(entry.roles, stored.roles) &&
    entry.voice === stored.contacts.voice?.address &&
    (entry.lines ?? 1) === (stored.contacts.voice?.lines ?? 1) &&
    entry.sms === stored.contacts.sms?.address
  );
}

function isSameCustomer(entry: CustomerEntry, stored: StoredCustomer): boolean {
  const asText = (...values: unknown[]) => JSON.stringify(values.map((value) => value ?? null));
  const inFile = new Set<string>(entry.contacts.map(({ phone }) => phone));
  const before = new Map(stored.contacts.map((contact) => [contact.phone, contact]));
  return (
    entry.name === stored.name &&
    (entry.contract ?? null) === stored.contract &&
    isSameSet(entry.desks, stored.desks) &&
    isSameSet(
      entry.contacts.map(({ name, phone, email, approved }) =>
        asText(phone, name, email, approved ?? before.get(phone)?.approved ?? false),
      ),
      // Whom a supervisor has approved in the console stays, named in the file or not.
      stored.contacts
        .filter(({ phone, approvedBy }) => inFile.has(phone) || approvedBy === null)
        .map(({ name, phone, email, approved }) => asText(phone, name, email, approved)),
    ) &&
    isSameSet(
      entry.offices.map(({ name, address }) => asText(name, address)),
      stored.offices.map(({ name, address }) => asText(name, address)),
    ) &&
    isSameSet(
      entry.units.map((unit) => asText(unit.serial, unit.mac, unit.model, unit.warranty_until, unit.office)),
      stored.units.map((unit) => asText(unit.serial, unit.mac, unit.model, unit.warrantyUntil, unit.office)),
    )
  );
}

/** Both without repeats. */
function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}
