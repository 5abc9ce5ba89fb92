import { readLink, type CalendarLink } from '../../calendars/index.ts';
import type { Database } from '../../database/index.ts';
import {
  loadDeskDuty,
  readChanges,
  readKeptGaps,
  readListChanges,
  type DeskDuty,
  type DutyFinding,
  type KeptGap,
  type ListChange,
  type WatchedDesk,
} from '../../duty/index.ts';
import { loadPeople } from '../../people/index.ts';
import { swept } from '../swept.ts';
import { readPeople, type PersonRow } from './people.store.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** How far ahead the sweep of the page looks. */
export const sweptDays = 90;
/** Shifts that reach into what is shown begin and end outside of it. */
const marginDays = 100;

interface Span {
  from: Date;
  to: Date;
}

/** All that the page of a desk's duty is made from. */
export interface DutyFacts {
  duty: DeskDuty;
  /** Of the next 90 days, and of what is shown beside them; by time, cut at the ends of what was looked at. */
  findings: readonly DutyFinding[];
  changes: Awaited<ReturnType<typeof readChanges>>;
  /** Of the duty lists, by imports; the newest first. */
  listChanges: readonly ListChange[];
  kept: readonly KeptGap[];
  people: readonly PersonRow[];
  ownLink: CalendarLink | undefined;
  deskLink: CalendarLink | undefined;
}

/** Reads what is on duty for a desk, as far as what is `shown` and the next 90 days need it. */
export async function readDuty(
  db: Database,
  { script, hours }: WatchedDesk,
  {
    now,
    shown,
    person,
    otherDesks,
  }: { now: Date; shown: readonly Span[]; person: string | undefined; otherDesks: readonly string[] },
): Promise<DutyFacts> {
  const { desk } = script;
  // The same from one reading of the page to the next, so that what was found need not be found again.
  const ahead = {
    from: new Date(Math.floor(now.getTime() / hourMs) * hourMs),
    to: new Date(Math.ceil(now.getTime() / dayMs + sweptDays) * dayMs),
  };
  const windows = merged([ahead, ...shown]);
  const from = windows[0]?.from ?? now;
  const to = windows.at(-1)?.to ?? now;
  const margin = marginDays * dayMs;
  const [duty, changes, listChanges, kept, { people }, responders, ownLink, deskLink, ...others] =
    await Promise.all([
      loadDeskDuty(db.$client, desk, new Date(from.getTime() - margin), new Date(to.getTime() + margin)),
      readChanges(db, desk, now),
      readListChanges(db, desk),
      readKeptGaps(db, desk, now),
      readPeople(db, now),
      loadPeople(db.$client),
      person === undefined ? undefined : readLink(db, { person }),
      readLink(db, { desk }),
      // Whoever has a shift there at the same time.
      ...otherDesks.map((of) => loadDeskDuty(db.$client, of, ahead.from, to)),
    ]);
  const reachable = new Set(responders.filter((of) => of.canBeReached).map(({ key }) => key));
  const canBeReached = (key: string): boolean => reachable.has(key);
  const looked = { script, duty, others, canBeReached, hours };
  const findings = windows.flatMap((window) => [...swept(looked, window, [...reachable].sort())]);
  return { duty, findings, changes, listChanges, kept, people, ownLink, deskLink };
}

/** The same time in as few stretches as can be, in order: a look at last year is no reason to sweep all of this one. */
function merged(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = apart.at(-1);
    if (last === undefined || last.to < span.from) apart.push({ ...span });
    else if (span.to > last.to) last.to = span.to;
  }
  return apart;
}
