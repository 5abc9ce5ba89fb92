import type { CoverageHours } from '../coverage/index.ts';
import type { SeatStretch } from '../duty/index.ts';
import { isNight, morningAfter } from '../handoffs/index.ts';
import { drillTime, type DrillTime } from './when.ts';

/** Somebody who is to be tested now, because of the shift that begins at `shiftAt`. */
export interface DueDrill {
  person: string;
  shiftAt: Date;
}

/** A change of duty by hand: which time it altered, and when it was made. */
export interface DutyChange {
  from: Date;
  to: Date;
  at: Date;
}

const hourMs = 3_600_000;
/** Of shifts that have begun already, and of changes: what is older is no news, as after a standstill. */
export const SHORT_NOTICE_MS = 2 * hourMs;
/** Who begins so long after the night is tried when it is over. */
const AFTER_NIGHT_MS = 3 * hourMs;
/** For less nobody is tried. */
const SHORTEST_MS = hourMs;

/**
 * Who is about to go on duty and is in the time for a test now: each once, for the next such shift. Whoever has come to a shift
 * by one of these `changes`, when the time for its test was over, is tried at once, also when it has just begun; at night only
 * whoever begins before it is well over, and was put on duty just now.
 */
export function drillsDue(
  stretches: readonly SeatStretch[],
  hours: CoverageHours,
  now: Date,
  changes: readonly DutyChange[] = [],
): DueDrill[] {
  const due = new Map<string, DueDrill>();
  for (const stretch of [...stretches].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const { person, from } = stretch;
    if (due.has(person)) continue;
    const time = from > now || changes.length > 0 ? drillTime(hours, from) : undefined;
    const isInTime = from > now && time !== undefined && time.from <= now && now < time.to;
    if (isInTime || isOfShortNotice(stretch, time)) due.set(person, { person, shiftAt: from });
  }
  return [...due.values()];

  function isOfShortNotice({ person, from, to }: SeatStretch, time: DrillTime | undefined): boolean {
    if (now.getTime() - from.getTime() >= SHORT_NOTICE_MS) return false;
    if (time !== undefined && now < time.to) return false;
    if (to.getTime() - Math.max(from.getTime(), now.getTime()) < SHORTEST_MS) return false;
    // Whoever is on duty until then goes on: nobody has put them there anew.
    if (stretches.some((of) => of.person === person && of.from < from && of.to >= from)) return false;
    const made = changes
      .filter((change) => change.from <= from && from < change.to)
      .filter(({ at }) => time === undefined || at >= time.to)
      .map(({ at }) => at.getTime());
    if (made.length === 0) return false;
    if (!isNight(now, hours.timeZone)) return true;
    const isNews = now.getTime() - Math.max(...made) < SHORT_NOTICE_MS;
    const morning = morningAfter(now, hours.timeZone);
    return isNews && from.getTime() < morning.getTime() + AFTER_NIGHT_MS;
  }
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
