import { DateTime } from 'luxon';
import { instantOf, instantsShowing } from '../coverage/index.ts';
import type { QuestionFault } from './question.ts';

/** What has to be told of a time that was asked for, or of what is known. */
export type TimeNote =
  /** Clocks go forward over it: `taken` is meant. */
  | { kind: 'skipped'; written: string; timeZone: string; taken: Date }
  /** Clocks go back over it: the first is meant, and `second` is how to write the other. */
  | { kind: 'twice'; written: string; timeZone: string; second: string }
  /** Dates that were set in the console are not known. */
  | { kind: 'no-dates' };

/** A time as it was meant, with what has to be told of it; or why it is none. */
export type ReadTime =
  | { readonly ok: true; readonly instant: Date; readonly note?: TimeNote }
  | { readonly ok: false; readonly fault: QuestionFault };

/**
 * Reads `2026-12-24T02:00`, from 1900 to 2999, with seconds or without: by the clock of `timeZone`, or as it is when it
 * says its offset. Of a time that comes twice that day the first is meant, and for one that is skipped the instant of
 * the change; both are told.
 */
export function readTime(part: 'at' | 'since', text: string, timeZone: string): ReadTime {
  const match = /^((?:19|2\d)\d\d-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  const wall = match === null ? NaN : Date.parse(`${match[1]}${match[2] ?? ':00'}Z`);
  const isTime = Number.isFinite(wall) && new Date(wall).toISOString().startsWith(match?.[1] ?? '-');
  const instantMs = match?.[3] === undefined ? wall : Date.parse(text);
  if (!isTime || !Number.isFinite(instantMs)) {
    return { ok: false, fault: { part, kind: 'no-time', written: text } };
  }
  if (match?.[3] !== undefined) return { ok: true, instant: new Date(instantMs) };
  const instants = instantsShowing(timeZone, wall).map((ms) => new Date(ms));
  const [first, second] = instants;
  if (first === undefined) {
    const instant = new Date(instantOf(timeZone, wall));
    return { ok: true, instant, note: { kind: 'skipped', written: text, timeZone, taken: instant } };
  }
  if (second === undefined) return { ok: true, instant: first };
  const note = { kind: 'twice', written: text, timeZone, second: localIso(second, timeZone) } as const;
  return { ok: true, instant: first, note };
}

/** An instant by the desk's clock, for people: `Thu 2026-12-24 02:00 (UTC-05:00)`. */
export function localTime(instant: Date, timeZone: string): string {
  const local = DateTime.fromJSDate(instant, { zone: timeZone }).setLocale('en');
  return local.toFormat(`ccc yyyy-MM-dd ${clockFormat(local)} '(UTC'ZZ')'`);
}

/** The time of day alone: `02:00`, with seconds where there are any. */
export function localClock(instant: Date, timeZone: string): string {
  const local = DateTime.fromJSDate(instant, { zone: timeZone });
  return local.toFormat(clockFormat(local));
}

/** An instant by the desk's clock, for programs: `2026-12-24T02:00:00-05:00`. */
export function localIso(instant: Date, timeZone: string): string {
  const local = DateTime.fromJSDate(instant, { zone: timeZone });
  return local.toISO({ suppressMilliseconds: true }) ?? instant.toISOString();
}

/** A duration for people, to the minute: `3 d 2 h 20 min`. */
export function inWords(durationMs: number): string {
  const minutes = Math.round(durationMs / 60_000);
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return told.length === 0 ? '0 min' : told.join(' ');
}

/** A duration of business time for people, in hours and minutes: a business day is no day. */
export function inHours(durationMs: number): string {
  const minutes = Math.round(durationMs / 60_000);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function clockFormat({ second }: DateTime): string {
  return second === 0 ? 'HH:mm' : 'HH:mm:ss';
}
