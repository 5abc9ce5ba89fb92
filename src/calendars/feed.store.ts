import { instantOf, readingAt } from '../coverage/index.ts';
import type { Database } from '../database/index.ts';
import { loadDeskDuty, ownShifts } from '../duty/index.ts';
import { loadPeople } from '../people/index.ts';
import { feedInText, type DeskShift, type FeedOf } from './feed.ts';
import type { LinkOf } from './link.store.ts';

/** A desk as a calendar names it. */
export interface FeedDesk {
  desk: string;
  name: string;
  timeZone: string;
  language: string;
}

const dayMs = 86_400_000;
const pastDays = 14;
const aheadDays = 90;
/** What lies so far outside decides still where a shift begins and ends. */
const marginDays = 100;

/**
 * The shifts of a person at all desks, or of all people at one, from 14 days ago to 90 days ahead, as an iCalendar file. The
 * days are whole ones by the desk's clock, so that the file stays as it is until a day is over or duty is changed. Undefined
 * when there is no such person or desk any more.
 */
export async function calendarOf(
  { db, publicUrl, desks }: { db: Database; publicUrl: string; desks: readonly FeedDesk[] },
  link: LinkOf,
  now: Date,
): Promise<string | undefined> {
  const people = await loadPeople(db.$client);
  const nameOf = (key: string): string => people.find((person) => person.key === key)?.name ?? key;
  const mine = 'desk' in link ? desks.filter(({ desk }) => desk === link.desk) : desks;
  const of = feedOf(link, mine[0], people, nameOf);
  if (of === undefined) return undefined;
  const today = startOfDay(mine[0]?.timeZone ?? 'UTC', now);
  const from = new Date(today.getTime() - pastDays * dayMs);
  const to = new Date(today.getTime() + aheadDays * dayMs);
  const shifts: DeskShift[] = [];
  for (const { desk, name: deskName } of mine) {
    const duty = await loadDeskDuty(db.$client, desk, daysFrom(from, -marginDays), daysFrom(to, marginDays));
    for (const shift of ownShifts(duty, from, to))
      if (!('person' in link) || shift.person === link.person) shifts.push({ ...shift, desk, deskName });
  }
  shifts.sort((a, b) => a.from.getTime() - b.from.getTime());
  return feedInText(of, shifts, { publicUrl, stamp: today });
}

function feedOf(
  link: LinkOf,
  desk: FeedDesk | undefined,
  people: readonly { key: string; name: string; language: string }[],
  nameOf: (key: string) => string,
): FeedOf | undefined {
  if ('person' in link) {
    const person = people.find(({ key }) => key === link.person);
    return person && { kind: 'person', name: person.name, language: person.language };
  }
  return desk && { kind: 'desk', deskName: desk.name, language: desk.language, nameOf };
}

const daysFrom = (at: Date, days: number): Date => new Date(at.getTime() + days * dayMs);

function startOfDay(timeZone: string, now: Date): Date {
  const reading = readingAt(timeZone, now.getTime());
  return new Date(instantOf(timeZone, Math.floor(reading / dayMs) * dayMs));
}
