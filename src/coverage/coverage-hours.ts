import { DateTime } from 'luxon';
import { isPublicHoliday } from './holidays.ts';

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

/** A part of a day by the wall clock, in minutes since midnight: from `startMinute` up to, not including, `endMinute`. */
export interface Span {
  startMinute: number;
  endMinute: number;
}

/** When an office itself answers. A weekday that is absent is closed. */
export interface CoverageHours {
  timeZone: string;
  /** ISO 3166-1 alpha-2, and the state or province where its holidays differ. */
  country: string;
  region?: string | undefined;
  closedOnPublicHolidays: boolean;
  days: Partial<Record<Weekday, Span[]>>;
}

/** How far ahead an opening is looked for: past any year's longest run of closed days. */
const searchDays = 370;

/** True when the office is open at `instant`. On the days that clocks change, the wall clock counts. */
export function isOpen(hours: CoverageHours, instant: Date): boolean {
  const local = DateTime.fromJSDate(instant, { zone: hours.timeZone });
  const minute = local.hour * 60 + local.minute;
  return spansOn(hours, local).some((span) => span.startMinute <= minute && minute < span.endMinute);
}

/** The first instant, not before `instant`, at which the office is open; undefined when there is none within a year. */
export function nextOpening(hours: CoverageHours, instant: Date): Date | undefined {
  if (isOpen(hours, instant)) return instant;
  const today = DateTime.fromJSDate(instant, { zone: hours.timeZone }).startOf('day');
  for (let ahead = 0; ahead <= searchDays; ahead += 1) {
    const day = today.plus({ days: ahead });
    const openings = spansOn(hours, day)
      .map((span) => openingOf(day, span))
      .filter((opening) => opening !== undefined && opening >= instant)
      .sort((a, b) => Number(a) - Number(b));
    if (openings[0] !== undefined) return openings[0];
  }
  return undefined;
}

function spansOn(hours: CoverageHours, local: DateTime): Span[] {
  const weekday = weekdays[local.weekday - 1];
  const spans = weekday === undefined ? undefined : hours.days[weekday];
  if (spans === undefined || spans.length === 0) return [];
  const holiday = hours.closedOnPublicHolidays && isPublicHoliday(hours, local.toFormat('yyyy-MM-dd'));
  return holiday ? [] : spans;
}

/** The span's first minute that exists: where clocks jump forward over its start, the first one after the jump. */
function openingOf(day: DateTime, span: Span): Date | undefined {
  for (let minute = span.startMinute; minute < span.endMinute; minute += 1) {
    const at = day.set({ hour: Math.floor(minute / 60), minute: minute % 60 });
    if (at.hour * 60 + at.minute === minute) return at.toJSDate();
  }
  return undefined;
}
