import { weekdays, type CoverageHours, type Span, type Weekday } from './coverage-hours.ts';
import { namedDaysOn } from './holidays.ts';
import { dayMs } from './wall-clock.ts';

/** Why a day has the hours that it has. */
export type HoursReason =
  { kind: 'weekday' } | { kind: 'holiday'; name: string } | { kind: 'exception'; why: string };

/** What begins on one local date, and why. */
export interface DayHours {
  /** `YYYY-MM-DD`. */
  date: string;
  weekday: Weekday;
  /** By their beginning. None: closed, but for a span that began the day before. */
  spans: readonly Span[];
  reason: HoursReason;
}

/** The hours of a local date, `YYYY-MM-DD`. */
export function hoursOn(hours: CoverageHours, date: string): DayHours {
  return hoursOfDay(hours, Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs));
}

/** The hours of a local date; `day` counts dates from 1970-01-01. */
export function hoursOfDay(hours: CoverageHours, day: number): DayHours {
  const date = new Date(day * dayMs).toISOString().slice(0, 10);
  // 1970-01-01 was a Thursday, and weekdays begin with Monday.
  const weekday = weekdays[(((day + 3) % 7) + 7) % 7] ?? 'monday';
  const exception = hours.exceptions.find((own) => own.date === date);
  if (exception !== undefined) {
    const reason = { kind: 'exception', why: exception.why } as const;
    return { date, weekday, spans: inOrder(exception.spans), reason };
  }
  const holiday = holidayOn(hours, date);
  if (holiday !== undefined) {
    return { date, weekday, spans: [], reason: { kind: 'holiday', name: holiday } };
  }
  return { date, weekday, spans: inOrder(hours.days[weekday] ?? []), reason: { kind: 'weekday' } };
}

function holidayOn(hours: CoverageHours, date: string): string | undefined {
  if (!hours.closedOnPublicHolidays && hours.alsoClosed.length === 0) return undefined;
  const closing = namedDaysOn(hours, date).find(
    ({ name, isPublic }) => (isPublic && hours.closedOnPublicHolidays) || hours.alsoClosed.includes(name),
  );
  return closing?.name;
}

function inOrder(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => a.startMinute - b.startMinute);
}
