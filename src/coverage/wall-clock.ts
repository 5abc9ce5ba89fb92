import { IANAZone } from 'luxon';

/**
 * What a wall clock shows, date and time, as the milliseconds from 1970-01-01T00:00 on that clock. Not an instant: a
 * clock that is put forward never shows some readings, and one that is put back shows some twice.
 */
export type ReadingMs = number;

export const dayMs = 86_400_000;

/** Further than any zone is from UTC, and nearer than two changes of clocks ever were to each other. */
const farMs = 26 * 3_600_000;

/** What the clock of `timeZone` shows at an instant, in milliseconds since the epoch. */
export function readingAt(timeZone: string, instantMs: number): ReadingMs {
  return instantMs + offsetAt(timeZone, instantMs);
}

/**
 * The instant, in milliseconds since the epoch, that a time of the wall clock stands for: the first at which the clock
 * shows it or has passed it. So a time that is skipped is the instant of the change, and of a time that comes twice the
 * first counts. A later time never stands for an earlier instant.
 */
export function instantOf(timeZone: string, reading: ReadingMs): number {
  return instantsFrom(timeZone, reading, reading)(reading);
}

/** `instantOf` for the readings from `first` to `last`, which lie days apart: most days, no clock is changed. */
export function instantsFrom(
  timeZone: string,
  first: ReadingMs,
  last: ReadingMs,
): (reading: ReadingMs) => number {
  const before = offsetAt(timeZone, first - farMs);
  const after = offsetAt(timeZone, last + farMs);
  if (before === after) return (reading) => reading - before;
  return (reading) => {
    const early = reading - before;
    if (offsetAt(timeZone, early) === before) return early;
    const late = reading - after;
    if (offsetAt(timeZone, late) === after) return late;
    return firstWhere((instantMs) => offsetAt(timeZone, instantMs) === after, late, early);
  };
}

/** Every instant at which the clock shows a reading: none where it is skipped, two where clocks are put back over it. */
export function instantsShowing(timeZone: string, reading: ReadingMs): number[] {
  const offsets = new Set([reading - farMs, reading + farMs].map((at) => offsetAt(timeZone, at)));
  return [...offsets]
    .map((offset) => reading - offset)
    .filter((instant) => readingAt(timeZone, instant) === reading)
    .sort((a, b) => a - b);
}

/** From an instant on, a clock is so far ahead of UTC. */
interface Offset {
  fromMs: number;
  offsetMs: number;
}

/** To ask for an offset takes tens of microseconds, and a look through a year thousands of them: each year is asked once. */
const offsetsByZone = new Map<string, Map<number, readonly Offset[]>>();

/** Clocks of one place are changed further apart than this, a Ramadan at the nearest. */
const sampleMs = 7 * dayMs;

function offsetAt(timeZone: string, instantMs: number): number {
  const years = offsetsByZone.get(timeZone) ?? new Map<number, readonly Offset[]>();
  offsetsByZone.set(timeZone, years);
  const year = new Date(instantMs).getUTCFullYear();
  const offsets = years.get(year) ?? offsetsOfYear(timeZone, year);
  years.set(year, offsets);
  return offsets.findLast(({ fromMs }) => fromMs <= instantMs)?.offsetMs ?? NaN;
}

function offsetsOfYear(timeZone: string, year: number): Offset[] {
  const zone = IANAZone.create(timeZone);
  const offsetOf = (instantMs: number): number => zone.offset(instantMs) * 60_000;
  const endMs = Date.UTC(year + 1, 0, 1);
  let low: Offset = { fromMs: Date.UTC(year, 0, 1), offsetMs: offsetOf(Date.UTC(year, 0, 1)) };
  const offsets = [low];
  while (low.fromMs < endMs) {
    const high = Math.min(low.fromMs + sampleMs, endMs);
    const offsetMs = offsetOf(high);
    if (offsetMs !== low.offsetMs) {
      const isAfter = (instantMs: number): boolean => offsetOf(instantMs) === offsetMs;
      offsets.push({ fromMs: firstWhere(isAfter, low.fromMs, high), offsetMs });
    }
    low = { fromMs: high, offsetMs };
  }
  return offsets;
}

/** The first millisecond after `low`, at the latest `high`, at which something is true that stays so. */
function firstWhere(isTrue: (ms: number) => boolean, low: number, high: number): number {
  let [below, at] = [low, high];
  while (at - below > 1) {
    const middle = Math.floor((below + at) / 2);
    if (isTrue(middle)) at = middle;
    else below = middle;
  }
  return at;
}
