import { DateTime } from 'luxon';

/** A time of the wall clock with its day as people name it from where they stand. */
export interface TimeToSay {
  hour: number;
  minute: number;
  /** `weekday`: one of the five days after tomorrow, which its name alone tells; `date`: any other. */
  day: 'yesterday' | 'today' | 'tomorrow' | 'weekday' | 'date';
  /** The local date, as midnight UTC: for the names that Intl has. */
  date: Date;
  /** So far from now that the date needs its year. */
  needsYear: boolean;
}

/** Beyond that many days a date without its year could be taken for the one of another year. */
const daysWithoutYear = 300;

/** An instant as seen from another by the wall clock of a time zone, to the minute. Days are dates there, however long. */
export function timeToSay(instant: Date, seenFrom: Date, timeZone: string): TimeToSay {
  const local = DateTime.fromJSDate(instant, { zone: timeZone });
  const date = midnight(local);
  const daysAhead = Math.round(
    (date.getTime() - midnight(DateTime.fromJSDate(seenFrom, { zone: timeZone })).getTime()) / 86_400_000,
  );
  const { hour, minute } = local;
  return { hour, minute, day: dayAt(daysAhead), date, needsYear: Math.abs(daysAhead) > daysWithoutYear };
}

function midnight({ year, month, day }: DateTime): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

function dayAt(daysAhead: number): TimeToSay['day'] {
  if (daysAhead === -1) return 'yesterday';
  if (daysAhead === 0) return 'today';
  if (daysAhead === 1) return 'tomorrow';
  return daysAhead > 1 && daysAhead < 7 ? 'weekday' : 'date';
}

/** The local date before another, both as midnight UTC. */
export function dayBefore(date: Date): Date {
  return new Date(date.getTime() - 86_400_000);
}

/** To make one takes longer than to use it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A part of the date by its name in a language: the weekday, the day and month, or all of it. */
export function dateIn(language: string, date: Date, parts: Intl.DateTimeFormatOptions): string {
  const key = `${language} ${Object.keys(parts).join(' ')}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' });
  formats.set(key, format);
  return format.format(date);
}
