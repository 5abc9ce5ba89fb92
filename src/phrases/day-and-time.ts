import { DateTime } from 'luxon';

/** Beyond that many days a weekday alone could be taken for the next one of its name. */
const daysByWeekday = 6;

/**
 * `Mon 08:00`, and from a week ahead on `Mon 7 Dec 08:00`: as it is written in a text, by the clock of a time zone.
 * `dayMonth`: how the language writes the day before its month.
 */
export function dayAndTime(
  instant: Date,
  {
    timeZone,
    now,
    language,
    dayMonth = 'd LLL',
  }: { timeZone: string; now: Date; language: string; dayMonth?: string },
): string {
  const local = DateTime.fromJSDate(instant, { zone: timeZone }).setLocale(language);
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day');
  const days = Math.round(local.startOf('day').diff(today, 'days').days);
  const isNear = days >= 0 && days <= daysByWeekday;
  return local.toFormat(isNear ? 'ccc HH:mm' : `ccc ${dayMonth} HH:mm`);
}
