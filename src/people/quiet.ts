import { instantOf, readingAt, readSpan, writeSpan } from '../coverage/index.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Longer than any night, and short enough that there is a time each day at which somebody can be told something. */
export const mostQuietHours = 16;

/** Quiet hours as somebody writes them, in one form: `21:00-07:00`. Undefined for what is no span, or a longer one. */
export function readQuiet(written: string): string | undefined {
  const span = readSpan(written.replace(/\s/g, '').replace(/[–—]/g, '-'));
  if (span === undefined || span.endMinute - span.startMinute > mostQuietHours * 60) return undefined;
  return writeSpan(span);
}

/**
 * When somebody may be sent what can wait: `at` itself, or the end of the quiet hours that it falls into. `quiet` is by the
 * clock of `timeZone`, that of the desk that sends; null: none. Each edge is the first instant at which the clock shows it or
 * has passed it: an edge in a skipped hour is at the change, and of one that comes twice the first counts.
 */
export function afterQuietHours(quiet: string | null, at: Date, timeZone: string): Date {
  const span = quiet === null ? undefined : readSpan(quiet);
  if (span === undefined) return at;
  const today = Math.floor(readingAt(timeZone, at.getTime()) / dayMs) * dayMs;
  const edge = (day: number, minute: number) => instantOf(timeZone, day + minute * minuteMs);
  // Those that began yesterday may go on; where clocks are put back over midnight, tomorrow's may have begun.
  for (const day of [today - dayMs, today, today + dayMs]) {
    const end = edge(day, span.endMinute);
    if (edge(day, span.startMinute) <= at.getTime() && at.getTime() < end) return new Date(end);
  }
  return at;
}
