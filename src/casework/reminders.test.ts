import { describe, expect, it } from 'vitest';
import type { CoverageHours } from '../coverage/index.ts';
import { afterWorkingDays } from './reminders.ts';

const day = [
  { startMinute: 8 * 60, endMinute: 12 * 60 },
  { startMinute: 13 * 60, endMinute: 17 * 60 },
];
const stockholm: CoverageHours = {
  timeZone: 'Europe/Stockholm',
  country: 'SE',
  closedOnPublicHolidays: true,
  alsoClosed: ['Christmas Eve', "New Year's Eve"],
  days: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  exceptions: [],
};

describe('so many working days later', () => {
  it.each([
    ['a Tuesday morning', '2026-11-03T09:00:00Z', 1, '2026-11-04T07:00:00.000Z'],
    ['a Friday afternoon', '2026-11-06T16:30:00Z', 1, '2026-11-09T07:00:00.000Z'],
    ['the day before Christmas Eve', '2026-12-23T10:00:00Z', 1, '2026-12-28T07:00:00.000Z'],
    ['Christmas with New Year behind it', '2026-12-23T10:00:00Z', 4, '2027-01-04T07:00:00.000Z'],
    ['the Friday before summer time', '2026-03-27T10:00:00Z', 1, '2026-03-30T06:00:00.000Z'],
    ['the Friday before winter time', '2026-10-23T10:00:00Z', 1, '2026-10-26T07:00:00.000Z'],
  ])('from %s', (_name, now, days, then) => {
    expect(afterWorkingDays(stockholm, new Date(now), days)?.toISOString()).toBe(then);
  });

  it('is never where the office never opens', () => {
    expect(afterWorkingDays({ ...stockholm, days: {} }, new Date('2026-11-03T09:00:00Z'), 1)).toBeUndefined();
  });
});
