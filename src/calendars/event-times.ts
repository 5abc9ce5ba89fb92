import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { cut, type CalendarFault, type ContentLine, type EventLines } from './content-lines.ts';

const timed = ['DTSTART', 'DTEND', 'RECURRENCE-ID', 'EXDATE', 'RDATE'];
const needed = [
  ['UID', 'no name of its own (UID), by which it would be known again'],
  ['DTSTART', 'no beginning (DTSTART)'],
] as const;

/** What is wrong with the times of an event as they are written: each with its line. */
export function faultsOfTimes({ line, lines }: EventLines): CalendarFault[] {
  const missing = needed
    .filter(([name]) => !lines.some((of) => of.name === name && of.value !== ''))
    .map(([name, what]) => ({
      line,
      what: `The event has ${what}.`,
      mend: `Write a line ${name}: into it.`,
    }));
  const unreadable = lines
    .filter(({ name }) => timed.includes(name))
    .flatMap((of) => of.value.split(',').flatMap((value) => faultOfTime(of, value) ?? []));
  const rules = lines.filter(({ name }) => name === 'RRULE').flatMap((of) => faultOfRule(of) ?? []);
  return [...missing, ...unreadable, ...rules];
}

/** Leave does not come by the hour, and to follow such a rule for a year takes too long. */
const tooOften = ['SECONDLY', 'MINUTELY', 'HOURLY'];

function faultOfRule({ line, value }: ContentLine): CalendarFault | undefined {
  const mend =
    'Mend it, such as RRULE:FREQ=WEEKLY;UNTIL=20270331T000000Z, or take the event out of the file.';
  try {
    const { freq } = ICAL.Recur.fromString(value);
    if (!tooOften.includes(freq)) return undefined;
    return { line, what: `RRULE repeats too often for leave: ${freq}.`, mend };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { line, what: `RRULE "${cut(value)}" is no rule: ${cut(why)}.`, mend };
  }
}

function faultOfTime({ line, name, parameters }: ContentLine, value: string): CalendarFault | undefined {
  // A period in RDATE begins with a time, which is all that counts of it here.
  const [begins = ''] = value.split('/');
  const match = /^(\d{8})(?:T(\d{6})Z?)?$/.exec(begins);
  if (match === null || !exists(match[1] ?? '', match[2]))
    return {
      ...{ line, what: `${name} "${cut(value)}" is no time.` },
      mend: `Write a time such as ${name}:20261224T170000, or a day such as ${name};VALUE=DATE:20261224.`,
    };
  if (match[2] !== undefined || isSaidToBeDate(name, parameters)) return undefined;
  return {
    ...{ line, what: `${name} "${cut(value)}" has no hour.` },
    mend: `Write ${name};VALUE=DATE:${begins} if a whole day is meant.`,
  };
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
