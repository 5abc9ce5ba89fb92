import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import type { CalendarFault } from './calendar-fault.ts';
import { cut, type ContentLine, type EventLines } from './content-lines.ts';

const timed = ['DTSTART', 'DTEND', 'RECURRENCE-ID', 'EXDATE', 'RDATE'];
/** An event is known again by its UID. */
const needed = ['UID', 'DTSTART'] as const;

/** What is wrong with the times of an event as they are written: each with its line. */
export function faultsOfTimes({ line, lines }: EventLines): CalendarFault[] {
  const missing = needed
    .filter((name) => !lines.some((of) => of.name === name && of.value !== ''))
    .map((property): CalendarFault => ({ line, kind: 'no-property', property }));
  const unreadable = lines
    .filter(({ name }) => timed.includes(name))
    .flatMap((of) => of.value.split(',').flatMap((value) => faultOfTime(of, value) ?? []));
  const rules = lines.filter(({ name }) => name === 'RRULE').flatMap((of) => faultOfRule(of) ?? []);
  return [...missing, ...unreadable, ...rules];
}

/** Leave does not come by the hour, and to follow such a rule for a year takes too long. */
const tooOften = ['SECONDLY', 'MINUTELY', 'HOURLY'];

function faultOfRule({ line, value }: ContentLine): CalendarFault | undefined {
  try {
    const { freq } = ICAL.Recur.fromString(value);
    return tooOften.includes(freq) ? { line, kind: 'repeats-too-often', frequency: freq } : undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { line, kind: 'no-rule', rule: cut(value), why: cut(why) };
  }
}

function faultOfTime({ line, name, parameters }: ContentLine, value: string): CalendarFault | undefined {
  // A period in RDATE begins with a time, which is all that counts of it here.
  const [begins = ''] = value.split('/');
  const match = /^(\d{8})(?:T(\d{6})Z?)?$/.exec(begins);
  const written = { line, property: name, value: cut(value) };
  if (match === null || !exists(match[1] ?? '', match[2])) return { ...written, kind: 'no-time' };
  if (match[2] !== undefined || isSaidToBeDate(name, parameters)) return undefined;
  return { ...written, kind: 'no-hour', day: begins };
}

/** A day stands with VALUE=DATE; some programs leave that out where the day is an exception. */
function isSaidToBeDate(name: string, parameters: string): boolean {
  return name === 'EXDATE' || name === 'RDATE' || /;VALUE=DATE(;|$)/i.test(parameters);
}

function exists(date: string, time = '000000'): boolean {
  // A minute may have a 61st second, which clocks of ours never show.
  const second = time.endsWith('60') ? `${time.slice(0, 4)}59` : time;
  return DateTime.fromFormat(`${date} ${second}`, 'yyyyMMdd HHmmss', { zone: 'utc' }).isValid;
}
