import { instantOf } from '../coverage/index.ts';

const dayMs = 86_400_000;

/**
 * An instant as people write it: `2026-12-24T17:00` by the clock of `timeZone`, with an offset or Z as it is, or a date
 * alone: its first instant, and where `isEnd` that of the day after, so that the date is in it. Undefined when it is none.
 */
export function readInstant(text: string, timeZone: string, isEnd = false): Date | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(Z|[+-]\d\d:\d\d)?)?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, date, time, offset] = match;
  const wall = Date.parse(`${date}T${time ?? '00:00'}Z`);
  if (!Number.isFinite(wall) || !new Date(wall).toISOString().startsWith(date ?? '-')) return undefined;
  if (offset !== undefined) return new Date(Date.parse(text.trim()));
  return new Date(instantOf(timeZone, time === undefined && isEnd ? wall + dayMs : wall));
}

/** True when that says its own offset, so that no clock has to be known. */
export function saysOffset(text: string): boolean {
  return /T\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(text.trim());
}
