import type { CoverageHours } from '../coverage/index.ts';
import type { SeatStretch } from '../duty/index.ts';
import { drillTime } from './when.ts';

/** Somebody who is to be tested now, because of the shift that begins at `shiftAt`. */
export interface DueDrill {
  person: string;
  shiftAt: Date;
}

/** Who is about to go on duty and is in the time for a test now: each once, for the next such shift. */
export function drillsDue(stretches: readonly SeatStretch[], hours: CoverageHours, now: Date): DueDrill[] {
  const due = new Map<string, DueDrill>();
  const ahead = stretches.filter(({ from }) => from > now);
  for (const { person, from } of [...ahead].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    if (due.has(person)) continue;
    const time = drillTime(hours, from);
    if (time !== undefined && time.from <= now && now < time.to) due.set(person, { person, shiftAt: from });
  }
  return [...due.values()];
}

/** A number of a person, and when it was last shown that a human answers there. */
export interface Tried {
  channel: 'voice' | 'sms';
  address: string;
  reachedAt: Date | null;
}

/** Of a person's numbers those of which that is not known since so many days before the shift. */
export function channelsToTry(of: readonly Tried[], shiftAt: Date, drillDays: number): Tried[] {
  const since = shiftAt.getTime() - drillDays * 86_400_000;
  return of.filter(({ reachedAt }) => reachedAt === null || reachedAt.getTime() < since);
}
