import { dayNameIn, type DayHours, type HolidayPlace } from '../../coverage/index.ts';

/** Why an office has other hours on a date than on other days of that name: the holiday, in a language, or what was said. */
export function reasonWords(place: HolidayPlace, of: DayHours, language: string): string | undefined {
  const { date, reason } = of;
  if (reason.kind === 'weekday') return undefined;
  if (reason.kind === 'exception') return reason.why;
  return dayNameIn(place, Number(date.slice(0, 4)), reason.name, language);
}
