import { DateTime } from 'luxon';
import { hoursOn, type CoverageHours, type Span } from '../../coverage/index.ts';
import type { OwnDate } from '../../own-hours/index.ts';
import { reasonWords } from '../words/hours-reason.ts';

const aheadDays = 366;

/** A date of the coming year on which the office does not keep its weekday's hours. */
export interface SpecialDay {
  date: string;
  /** None: closed. */
  spans: readonly Span[];
  why: string;
  /** Set in the console; absent: the script's, or a holiday. */
  own?: OwnDate | undefined;
  isHoliday: boolean;
}

/** What is special within a year from `now`, by the desk's own dates; holidays by their names in a language. */
export function specialDays(
  hours: CoverageHours,
  now: Date,
  own: readonly OwnDate[],
  language: string,
): SpecialDay[] {
  const today = DateTime.fromJSDate(now, { zone: hours.timeZone });
  const days: SpecialDay[] = [];
  for (let ahead = 0; ahead <= aheadDays; ahead += 1) {
    const date = today.plus({ days: ahead }).toISODate() ?? '';
    const of = hoursOn(hours, date);
    const why = reasonWords(hours, of, language);
    if (why === undefined) continue;
    const mine = own.find((set) => set.date === date && set.removedAt === null);
    days.push({ date, spans: of.spans, why, own: mine, isHoliday: of.reason.kind === 'holiday' });
  }
  return days;
}
