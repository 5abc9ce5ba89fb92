import type { CoverageHours } from './coverage-hours.ts';
import { openAhead, openBehind, openBetween } from './open-spans.ts';

/**
 * The first instant by which the office has been open for `durationMs` of real time since `instant`. It may be a
 * closing: eight hours of a day from nine to five are over at five. Undefined when the office does not open for so
 * long: not at all for a year, or not within a hundred years.
 * @throws RangeError when the duration is negative or no number.
 */
export function addOpenTime(hours: CoverageHours, instant: Date, durationMs: number): Date | undefined {
  let leftMs = checked(durationMs);
  if (leftMs === 0) return instant;
  for (const { fromMs, toMs } of openAhead(hours, instant.getTime())) {
    if (toMs - fromMs >= leftMs) return new Date(fromMs + leftMs);
    leftMs -= toMs - fromMs;
  }
  return undefined;
}

/**
 * The last instant from which the office was open for `durationMs` of real time until `instant`. It may be an opening.
 * Taking away what was added leads back to where it began, or, from outside the hours, to the next opening. Undefined
 * and throws as `addOpenTime`.
 */
export function subtractOpenTime(hours: CoverageHours, instant: Date, durationMs: number): Date | undefined {
  let leftMs = checked(durationMs);
  if (leftMs === 0) return instant;
  for (const { fromMs, toMs } of openBehind(hours, instant.getTime())) {
    if (toMs - fromMs >= leftMs) return new Date(toMs - leftMs);
    leftMs -= toMs - fromMs;
  }
  return undefined;
}

/** For how many milliseconds of real time the office is open from `from` to `to`; negative when `to` is the earlier. */
export function openTimeBetween(hours: CoverageHours, from: Date, to: Date): number {
  if (to < from) return 0 - openTimeBetween(hours, to, from);
  return openBetween(hours, from.getTime(), to.getTime()).reduce(
    (sumMs, { fromMs, toMs }) => sumMs + toMs - fromMs,
    0,
  );
}

/** True once the office has been open for `durationMs` since `since`: what was owed within that time is due at `now`. */
export function isDue(hours: CoverageHours, since: Date, durationMs: number, now: Date): boolean {
  return openTimeBetween(hours, since, now) >= checked(durationMs);
}

function checked(durationMs: number): number {
  if (durationMs >= 0 && Number.isFinite(durationMs)) return durationMs;
  throw new RangeError(`no duration: ${durationMs} ms`);
}
