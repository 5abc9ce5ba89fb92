import { toCardinal } from 'n2words/en-US';
import { dateIn, type TimeToSay } from './time-to-say.ts';

/**
 * "at eight in the morning tomorrow", "at eight thirty in the morning on Monday", "at noon on Tuesday 7 April". The date
 * in the order of the language given: Americans say the month first.
 */
export function englishTime(time: TimeToSay, language: string): string {
  const { hour, minute } = time;
  if (hour === 0 && minute === 0) return `at midnight ${midnightOf(time, language)}`;
  if (hour === 12 && minute === 0) return `at noon ${dayOf(time, language)}`;
  return `at ${clock(hour, minute)} ${partOfDay(hour)} ${dayOf(time, language)}`;
}

function clock(hour: number, minute: number): string {
  const hours = toCardinal(hour % 12 === 0 ? 12 : hour % 12);
  if (minute === 0) return hours;
  return minute < 10 ? `${hours} oh ${toCardinal(minute)}` : `${hours} ${toCardinal(minute)}`;
}

function partOfDay(hour: number): string {
  if (hour < 12) return 'in the morning';
  if (hour < 18) return 'in the afternoon';
  return 'in the evening';
}

function dayOf(time: TimeToSay, language: string): string {
  const { day } = time;
  return day === 'weekday' || day === 'date' ? `on ${dateOf(time, language)}` : day;
}

/** Midnight belongs to two days: the one that begins is named, unless it is the next night. */
function midnightOf(time: TimeToSay, language: string): string {
  if (time.day === 'tomorrow') return 'tonight';
  return `at the start of ${time.day === 'today' ? 'today' : dateOf(time, language)}`;
}

function dateOf({ day, date, needsYear }: TimeToSay, language: string): string {
  const weekday = { weekday: 'long' } as const;
  if (day !== 'date') return dateIn(language, date, weekday);
  const year = needsYear ? ({ year: 'numeric' } as const) : {};
  return dateIn(language, date, { ...weekday, day: 'numeric', month: 'long', ...year });
}
