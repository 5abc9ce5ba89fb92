import type { DeskDuty } from '../../duty/index.ts';
import type { Responder, RosterSource } from '../roster.ts';
import { checkPeopleFile, personMend } from './check.ts';
import { settleSchedules, type SettledSchedules } from './check-schedules.ts';
import type { Existing } from './existing.ts';
import type { PeopleFault } from './fault.ts';
import { numbersOf } from './plan.ts';
import { readPeopleFile, type PeopleFile } from './read.ts';
import type { CustomerEntry, PersonEntry } from './schema.ts';
import { parseSource, type PeopleSource } from './source.ts';
import { textsAt } from './texts-at.ts';
import type { DeskScript } from './warnings.ts';

/** What a people file says, without any database: what would be true if it were all that had ever been imported. */
export interface FileAlone {
  rosterOf: (desk: string) => RosterSource;
  /** Mail addresses of people by their keys. */
  mails: ReadonlyMap<string, string>;
  customers: readonly CustomerEntry[];
}

const nobody: Existing = { people: new Map(), duty: [], schedules: [], customers: new Map() };

/** A schedule that does not say when it begins has always been in force. */
const longAgo = new Date(0);

/** Reads a people file as an import would, and writes nothing. Every fault at once, with its line. */
export function readFileAlone(
  source: PeopleSource,
  desks: readonly DeskScript[],
): { ok: true; file: FileAlone } | { ok: false; faults: PeopleFault[] } {
  const { raw, faults: unreadable, locate } = parseSource(source);
  if (unreadable.length > 0) return { ok: false, faults: unreadable };
  const { content, findings } = readPeopleFile(raw);
  const people = textsAt(raw, ['people', '*', 'key']).map(({ entry }) => entry);
  const settled = settleSchedules(content, {
    ...{ existing: nobody, desks, now: longAgo },
    people: new Set(people),
    personMend: (key) => personMend(key, people),
  });
  const known = { people: [], desks: desks.map(({ desk }) => desk) };
  const faults = [...findings, ...checkPeopleFile(raw, content, known), ...settled.findings].map(locate);
  if (faults.length > 0) return { ok: false, faults: faults.sort((a, b) => a.line - b.line) };
  return { ok: true, file: toFacts(content, settled) };
}

function toFacts(content: PeopleFile, settled: SettledSchedules): FileAlone {
  const entries = content.people.map(({ entry }) => entry).sort((a, b) => (a.key < b.key ? -1 : 1));
  const people = new Map(entries.map((entry) => [entry.key, toResponder(entry)]));
  return {
    rosterOf: (desk) => ({ duty: dutyOf(desk, content, settled), people }),
    mails: new Map(entries.flatMap(({ key, email }) => (email === undefined ? [] : [[key, email] as const]))),
    customers: content.customers.map(({ entry }) => entry),
  };
}

function toResponder(entry: PersonEntry): Responder {
  const contacts: Responder['contacts'] = {};
  for (const { channel, address, lines } of numbersOf(entry))
    contacts[channel] = { address, state: 'ok', ...(lines > 1 && { lines }) };
  return { key: entry.key, name: entry.name, language: entry.language, roles: entry.roles, contacts };
}

function dutyOf(desk: string, { duty }: PeopleFile, { schedules, leave }: SettledSchedules): DeskDuty {
  const lists = duty.filter(({ entry }) => entry.desk === desk);
  return {
    desk,
    lists: Object.fromEntries(
      lists.map(({ entry: { role, people } }) => [role, people.map(({ entry }) => entry)]),
    ),
    versions: schedules.filter((of) => of.desk === desk),
    overrides: [],
    leave,
  };
}
