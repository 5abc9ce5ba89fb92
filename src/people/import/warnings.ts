import type { Script } from '../../ivr/index.ts';
import type { Existing, StoredPerson } from './existing.ts';
import type { Finding } from './fault.ts';
import { isPossibleNumber } from './phone-form.ts';
import { numbersOf } from './plan.ts';
import type { Located, PeopleFile } from './read.ts';

/** Of a desk's script: its name, and whom it pages. */
export type DeskScript = Pick<Script, 'desk' | 'plans' | 'timeZone'>;

/** What can be imported, and should still be known: calls and pages would miss somebody. */
export function findWarnings(
  file: PeopleFile,
  existing: Existing,
  desks: readonly DeskScript[] | undefined,
): Finding[] {
  return [
    ...unreachable(file, existing),
    ...holes(file, existing, desks ?? []),
    ...impossibleNumbers(file),
    ...replacedNumbers(file, existing),
    ...lostLines(file, existing),
    ...sharedNumbers(file, existing),
    ...sharedContacts(file),
  ];
}

/** People on duty whom no page can reach. */
function unreachable(file: PeopleFile, existing: Existing): Finding[] {
  const inFile = new Map(file.people.map(({ entry }) => [entry.key, entry]));
  const seats = [
    ...file.duty.flatMap(({ entry: { desk, people } }) => people.map((seat) => ({ ...seat, desk }))),
    ...file.schedules.flatMap(scheduledPeople),
  ];
  const once = seats.filter(
    ({ entry, desk }, index) =>
      seats.findIndex((seat) => seat.entry === entry && seat.desk === desk) === index,
  );
  return once.flatMap(({ path, entry, desk }) => {
    const stored = existing.people.get(entry);
    const person = inFile.get(entry);
    const states = person
      ? numbersOf(person).map(({ channel, address }) => stateAfter(stored, channel, address))
      : Object.values(stored?.contacts ?? {}).map(({ state }) => state);
    if (states.includes('ok')) return [];
    const name = person?.name ?? stored?.name ?? entry;
    return [
      states.length === 0
        ? {
            path,
            what: `${name} is on duty at ${desk} without any number: no page can reach them.`,
            mend: `Give ${entry} voice: or sms:.`,
          }
        : {
            path,
            what: `${name} is on duty at ${desk}, and each of their numbers is dead or opted out: no page can reach them.`,
            mend: `Give ${entry} another number, or have them text START from an opted-out one.`,
          },
    ];
  });
}

/** Everybody whom a schedule gives turns, with the way to where it does. */
function scheduledPeople({ path, entry: { desk, schedule } }: PeopleFile['schedules'][number]) {
  return (schedule?.seats ?? []).flatMap(({ layers }, seat) =>
    layers.flatMap(({ people }, layer) =>
      people.map((entry, index) => ({
        path: [...path, 'seats', seat, 'layers', layer, 'people', index],
        entry,
        desk,
      })),
    ),
  );
}

/** A number that stays keeps what was found out about it; a new one is taken for good. */
function stateAfter(stored: StoredPerson | undefined, channel: 'voice' | 'sms', address: string): string {
  const before = stored?.contacts[channel];
  return before?.address === address ? before.state : 'ok';
}

/** Roles that a desk of the file pages and nobody has duty for. */
function holes(file: PeopleFile, existing: Existing, desks: readonly DeskScript[]): Finding[] {
  const desksOnce = file.desks.filter(
    ({ entry }, index) => file.desks.findIndex((of) => of.entry === entry) === index,
  );
  return desksOnce.flatMap(({ path, entry }) => {
    const script = desks.find(({ desk }) => desk === entry);
    return pagedRolesOf(script).flatMap((alternatives) => {
      if (alternatives.some((role) => seatsAfter(file, existing, entry, role) > 0)) return [];
      const [role = '', ...instead] = alternatives;
      const listed = file.duty.find(({ entry: list }) => list.desk === entry && list.role === role);
      const others = instead.length === 0 ? '' : ` (or ${instead.join(', ')} in its place)`;
      return [
        {
          path: listed?.path ?? path,
          atKey: true,
          what: `Nobody is on duty as ${role}${others} at ${entry}, whose script pages that role.`,
          mend: `List somebody in duty.${entry}.${role}.`,
        },
      ];
    });
  });
}

/** Each role that a script pages, with those that may stand in for it. */
function pagedRolesOf(script: DeskScript | undefined): string[][] {
  const paged = Object.values(script?.plans ?? {}).flatMap(({ page, wider }) => [
    ...page,
    ...wider.flatMap((more) => more.page),
  ]);
  const byName = new Map(paged.map(({ role, or }) => [[role, ...(or ?? [])].join(), [role, ...(or ?? [])]]));
  return [...byName.values()];
}

function seatsAfter(file: PeopleFile, existing: Existing, desk: string, role: string): number {
  const scheduled = file.schedules.find(({ entry }) => entry.desk === desk && entry.role === role);
  const stored = existing.schedules.findLast((of) => of.desk === desk && of.role === role);
  const seats = scheduled ? scheduled.entry.schedule?.seats : stored?.definition?.seats;
  // Holes in a schedule are for the sweep to find.
  if (seats !== undefined) return seats.length;
  const listed = file.duty.find(({ entry }) => entry.desk === desk && entry.role === role);
  if (listed !== undefined) return listed.entry.people.length;
  return existing.duty.filter((seat) => seat.desk === desk && seat.role === role).length;
}

function impossibleNumbers(file: PeopleFile): Finding[] {
  return allNumbers(file)
    .filter(({ entry }) => !isPossibleNumber(entry))
    .map(({ path, entry }) => ({
      path,
      what: `${entry} has not as many digits as numbers of its country have.`,
      mend: 'Count its digits.',
    }));
}

function allNumbers(file: PeopleFile) {
  const ofPeople = file.people.flatMap(({ path, entry }) =>
    (['voice', 'sms'] as const).map((channel) => ({ path: [...path, channel], entry: entry[channel] })),
  );
  const ofContacts = file.customers.flatMap(({ path, entry }) =>
    entry.contacts.map(({ phone }, index) => ({ path: [...path, 'contacts', index, 'phone'], entry: phone })),
  );
  return [...ofPeople, ...ofContacts].flatMap(({ path, entry }) =>
    entry === undefined ? [] : [{ path, entry }],
  );
}

/** Numbers that their owners have verified in the console, and that an older file puts another in the place of. */
function replacedNumbers(file: PeopleFile, { people }: Existing): Finding[] {
  return file.people.flatMap(({ path, entry }) =>
    (['voice', 'sms'] as const).flatMap((channel) => {
      const stored = people.get(entry.key)?.contacts[channel];
      const written = entry[channel];
      if (!stored?.isVerified || stored.address === written) return [];
      const now = written === undefined ? 'is gone with this file' : `is ${written} with this file`;
      return [
        {
          path: written === undefined ? path : [...path, channel],
          what: `${channel} of ${entry.key}, ${stored.address}, was verified in the console, and ${now}.`,
          mend: `If the file is the older one, write ${channel}: "${stored.address}" into it and import it again.`,
        },
      ];
    }),
  );
}

/** A number that took several calls at once, by the console or by another file, and takes one with this file, which is silent. */
function lostLines(file: PeopleFile, { people }: Existing): Finding[] {
  return file.people.flatMap(({ path, entry }) => {
    const stored = people.get(entry.key)?.contacts.voice;
    const before = stored?.lines ?? 1;
    if (before === 1 || entry.lines !== undefined || entry.voice !== stored?.address) return [];
    return [
      {
        path: [...path, 'voice'],
        what: `voice of ${entry.key} took ${before} calls at the same time, and takes one with this file.`,
        mend: `To keep that, write lines: ${before} beside it and import the file again.`,
      },
    ];
  });
}

/** One number of two people: an answer from it would count as one's, whoever wrote it. */
function sharedNumbers(file: PeopleFile, existing: Existing): Finding[] {
  const inFile = new Set(file.people.map(({ entry }) => entry.key));
  const owners = new Map<string, string>();
  for (const { key, contacts } of existing.people.values()) {
    if (!inFile.has(key)) Object.values(contacts).forEach(({ address }) => owners.set(address, key));
  }
  return file.people.flatMap(({ path, entry }) =>
    numbersOf(entry).flatMap(({ channel, address }) => {
      const owner = owners.get(address) ?? entry.key;
      owners.set(address, owner);
      if (owner === entry.key) return [];
      return [
        sharing(
          [...path, channel],
          `${address} is a number of ${owner} too: answers from it are taken for one of them.`,
        ),
      ];
    }),
  );
}

/** One telephone of two customers' contacts: a call from it would count as one's. */
function sharedContacts(file: PeopleFile): Finding[] {
  const owners = new Map<string, string>();
  return file.customers.flatMap(({ path, entry }) =>
    entry.contacts.flatMap(({ phone }, index) => {
      const owner = owners.get(phone) ?? entry.key;
      owners.set(phone, owner);
      if (owner === entry.key) return [];
      return [
        sharing(
          [...path, 'contacts', index, 'phone'],
          `${phone} is a contact of ${owner} too: calls from it are taken for one of them.`,
        ),
      ];
    }),
  );
}

function sharing(path: Located<string>['path'], what: string): Finding {
  return { path, what, mend: 'Give each their own number.' };
}
