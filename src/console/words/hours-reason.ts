import { dayNameIn, type CoverageHours, type DayHours } from '../../coverage/index.ts';

/** Why an office has other hours on a date than on other days of that name: the holiday, in a language, or what was said. */
export function reasonWords(hours: CoverageHours, of: DayHours, language: string): string | undefined {
  const { date, reason } = of;
  if (reason.kind === 'weekday') return undefined;
  if (reason.kind === 'exception') return reason.why;
  return dayNameIn(hours, Number(date.slice(0, 4)), reason.name, language);
}
