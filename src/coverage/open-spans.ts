import type { CoverageHours } from './coverage-hours.ts';
import { hoursOfDay, type DayHours } from './day-hours.ts';
import { dayMs, instantsFrom, readingAt } from './wall-clock.ts';

/** Real time in which the office is open: from `from` up to, not including, `to`. */
export interface OpenSpan {
  from: Date;
  to: Date;
}

/** The same in milliseconds since the epoch. */
export interface OpenMs {
  fromMs: number;
  toMs: number;
}

/** How far an opening or a closing is looked for: past any year's longest run of closed days. */
const searchMs = 370 * dayMs;

/**
 * When the office is open between two instants: spans of real time in order, apart from each other.
 *
 * Hours are by the wall clock, and a time of the wall clock stands for the first instant at which the clock shows it or
 * has passed it. So, on the days that clocks change, a span is one stretch all the same: one that begins in the skipped
 * hour begins when clocks are put forward, one that lies in it does not take place, one that ends in the doubled hour
 * ends the first time, and is not opened anew. A night over the change lasts an hour less or more of real time.
 */
export function openSpans(hours: CoverageHours, from: Date, to: Date): OpenSpan[] {
  return openBetween(hours, from.getTime(), to.getTime()).map(({ fromMs, toMs }) => ({
    from: new Date(fromMs),
    to: new Date(toMs),
  }));
}

/** True when the office is open at `instant`. */
export function isOpen(hours: CoverageHours, instant: Date): boolean {
  return openBetween(hours, instant.getTime(), instant.getTime() + 1).length > 0;
}

/** The first instant, not before `instant`, at which the office is open; undefined when there is none within a year. */
export function nextOpening(hours: CoverageHours, instant: Date): Date | undefined {
  for (const { fromMs } of openAhead(hours, instant.getTime())) return new Date(fromMs);
  return undefined;
}

/** The first instant, not before `instant`, at which the office is closed; undefined when there is none within a year. */
export function nextClosing(hours: CoverageHours, instant: Date): Date | undefined {
  const startMs = instant.getTime();
  let openUntilMs = startMs;
  for (const { fromMs, toMs } of openAhead(hours, startMs)) {
    if (fromMs > openUntilMs) break;
    openUntilMs = toMs;
    if (openUntilMs - startMs > searchMs) return undefined;
  }
  return new Date(openUntilMs);
}

/**
 * The hours that make the office open or closed at `instant`: those of the day on which the present span began, which
 * may be the day before, and while it is closed those of the day itself.
 */
export function hoursInForce(hours: CoverageHours, instant: Date): DayHours {
  const today = dayAt(hours, instant.getTime());
  const begun = [today, today - 1, today + 1].find((day) =>
    openOfDay(hours, day).some(({ fromMs, toMs }) => fromMs <= instant.getTime() && instant.getTime() < toMs),
  );
  return hoursOfDay(hours, begun ?? today);
}

/** The spans of `openSpans` in milliseconds. */
export function openBetween(hours: CoverageHours, startMs: number, endMs: number): OpenMs[] {
  const merged: OpenMs[] = [];
  // The day before may reach into the first; where midnight comes twice, the day after may have begun in the last.
  for (let day = dayAt(hours, startMs) - 1; day <= dayAt(hours, endMs) + 1; day += 1) {
    for (const { fromMs, toMs } of openOfDay(hours, day)) {
      const open = { fromMs: Math.max(fromMs, startMs), toMs: Math.min(toMs, endMs) };
      const last = merged.at(-1);
      if (open.fromMs >= open.toMs) continue;
      if (last !== undefined && open.fromMs <= last.toMs) last.toMs = Math.max(last.toMs, open.toMs);
      else merged.push(open);
    }
  }
  return merged;
}

/** A step of `openAhead` and `openBehind`: short, for most questions are answered within days. */
const stepMs = 4 * dayMs;
const mostMs = 36_525 * dayMs;

/**
 * What is open from an instant on, in order; spans may touch. Ends after a year in which nothing is open, and after a
 * hundred years.
 */
export function* openAhead(hours: CoverageHours, startMs: number): Generator<OpenMs> {
  let lastMs = startMs;
  for (let ms = startMs; ms - lastMs <= searchMs && ms - startMs <= mostMs; ms += stepMs) {
    for (const open of openBetween(hours, ms, ms + stepMs)) {
      lastMs = open.toMs;
      yield open;
    }
  }
}

/** What was open before an instant, the latest first; else as `openAhead`. */
export function* openBehind(hours: CoverageHours, endMs: number): Generator<OpenMs> {
  let lastMs = endMs;
  for (let ms = endMs; lastMs - ms <= searchMs && endMs - ms <= mostMs; ms -= stepMs) {
    for (const open of openBetween(hours, ms - stepMs, ms).reverse()) {
      lastMs = open.fromMs;
      yield open;
    }
  }
}

/** The local date at an instant, counted from 1970-01-01. */
function dayAt({ timeZone }: CoverageHours, instantMs: number): number {
  return Math.floor(readingAt(timeZone, instantMs) / dayMs);
}

/** What begins on a day, by its beginning; may overlap, and may be empty where clocks skip it. */
function openOfDay(hours: CoverageHours, day: number): OpenMs[] {
  const { spans } = hoursOfDay(hours, day);
  if (spans.length === 0) return [];
  const midnight = day * dayMs;
  const at = instantsFrom(hours.timeZone, midnight, midnight + 2 * dayMs);
  return spans.map(({ startMinute, endMinute }) => ({
    fromMs: at(midnight + startMinute * 60_000),
    toMs: at(midnight + endMinute * 60_000),
  }));
}
