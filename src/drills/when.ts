import { instantOf, openSpans, readingAt, type CoverageHours, type OpenSpan } from '../coverage/index.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** So much must lie between the last try and the shift: time to find somebody else. */
const BEFORE_SHIFT_MS = hourMs;
/** How far back office hours are looked for: past a long weekend. */
export const LONGEST_BEFORE_MS = 7 * dayMs;
/** A test page comes at the end of the hours, so that what it shows is still true when the shift begins. */
const LAST_OF_HOURS_MS = 3 * hourMs;
/** Shorter hours are no time to test anybody in. */
const SHORTEST_MS = 30 * minuteMs;
/** By the wall clock: an office that is open at night wakes nobody for a test. */
const DAY_FROM_HOUR = 8;
const DAY_UNTIL_HOUR = 20;

/** Within which time somebody whose shift begins at `shiftAt` is to be tested: from `from` up to `to`. */
export interface DrillTime {
  from: Date;
  to: Date;
}

/**
 * The last hours of the desk's office, by day, that lie an hour and more before the shift. An office without any counts as
 * one that is open by day on working days. Undefined: none within a week.
 */
export function drillTime(hours: CoverageHours, shiftAt: Date): DrillTime | undefined {
  const until = new Date(shiftAt.getTime() - BEFORE_SHIFT_MS);
  const since = new Date(shiftAt.getTime() - LONGEST_BEFORE_MS);
  const opens = Object.values(hours.days).some((spans) => spans.length > 0);
  const spans = openSpans(opens ? hours : byDay(hours), since, until);
  const last = spans
    .flatMap((span) => daylightOf(span, hours.timeZone))
    .findLast(({ from, to }) => to.getTime() - from.getTime() >= SHORTEST_MS);
  if (last === undefined) return undefined;
  return { from: new Date(Math.max(last.from.getTime(), last.to.getTime() - LAST_OF_HOURS_MS)), to: last.to };
}

function byDay(hours: CoverageHours): CoverageHours {
  const span = [{ startMinute: DAY_FROM_HOUR * 60, endMinute: DAY_UNTIL_HOUR * 60 }];
  const days = { monday: span, tuesday: span, wednesday: span, thursday: span, friday: span };
  return { ...hours, days, exceptions: [] };
}

/** What of a span lies between eight in the morning and eight in the evening, day by day. */
function daylightOf({ from, to }: OpenSpan, timeZone: string): OpenSpan[] {
  const parts: OpenSpan[] = [];
  const dayOf = (instant: Date) => Math.floor(readingAt(timeZone, instant.getTime()) / dayMs);
  for (let day = dayOf(from); day <= dayOf(to); day += 1) {
    const [dawn, dusk] = [DAY_FROM_HOUR, DAY_UNTIL_HOUR].map((hour) =>
      instantOf(timeZone, day * dayMs + hour * hourMs),
    );
    const part = {
      from: new Date(Math.max(from.getTime(), dawn!)),
      to: new Date(Math.min(to.getTime(), dusk!)),
    };
    if (part.from < part.to) parts.push(part);
  }
  return parts;
}

/** So often each channel is tried, at even times, before the verdict. */
const MOST_TRIES = 3;
const VERDICT_AFTER_MS = 90 * minuteMs;
const VERDICT_BEFORE_SHIFT_MS = 15 * minuteMs;
/** A shift that begins sooner, or has begun, is no reason to try somebody without a pause. */
const SHORTEST_DRILL_MS = 30 * minuteMs;

/**
 * When it must be known of a drill that begins now whether the person was reached: before the shift begins, unless they were put
 * on duty so late that there is no time for it.
 */
export function verdictAt(begunAt: Date, shiftAt: Date): Date {
  const latest = shiftAt.getTime() - VERDICT_BEFORE_SHIFT_MS - begunAt.getTime();
  return new Date(begunAt.getTime() + Math.max(SHORTEST_DRILL_MS, Math.min(VERDICT_AFTER_MS, latest)));
}

/** How often each channel is to have been tried by now: the first time at once, and the last well before the verdict. */
export function triesBy(drill: { begunAt: Date; verdictAt: Date }, now: Date): number {
  const since = now.getTime() - drill.begunAt.getTime();
  return Math.min(MOST_TRIES, Math.floor(since / gapMs(drill)) + 1);
}

/** When the next try, or the verdict, is due. */
export function nextTurnAt(drill: { begunAt: Date; verdictAt: Date }, now: Date): Date {
  const next = drill.begunAt.getTime() + triesBy(drill, now) * gapMs(drill);
  return new Date(Math.min(next, drill.verdictAt.getTime()));
}

function gapMs({ begunAt, verdictAt: end }: { begunAt: Date; verdictAt: Date }): number {
  return Math.max(1, Math.floor((end.getTime() - begunAt.getTime()) / MOST_TRIES));
}
