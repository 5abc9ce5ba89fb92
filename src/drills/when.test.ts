import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen, readingAt, readSpan, type CoverageHours } from '../coverage/index.ts';
import { drillTime, nextTurnAt, triesBy, verdictAt } from './when.ts';

const nine = [readSpan('09:00-17:00')!];
const office: CoverageHours = {
  timeZone: 'America/New_York',
  country: 'US',
  closedOnPublicHolidays: true,
  alsoClosed: [],
  days: { monday: nine, tuesday: nine, wednesday: nine, thursday: nine, friday: nine },
  exceptions: [],
};
const always: CoverageHours = {
  ...office,
  closedOnPublicHolidays: false,
  days: Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [
      day,
      [readSpan('00:00-24:00')!],
    ]),
  ),
};
const at = (local: string) => new Date(`${local}-05:00`);

describe('somebody whose shift begins', () => {
  it.each([
    ['on Monday morning', office, '2026-11-16T08:00', '2026-11-13T14:00', '2026-11-13T17:00'],
    ['at the end of the office hours', office, '2026-11-12T17:00', '2026-11-12T13:00', '2026-11-12T16:00'],
    ['early in the office hours', office, '2026-11-12T10:15', '2026-11-11T14:00', '2026-11-11T17:00'],
    ['on the day after a holiday', office, '2026-11-27T08:00', '2026-11-25T14:00', '2026-11-25T17:00'],
    [
      'at night, at an office that never closes',
      always,
      '2026-11-12T02:00',
      '2026-11-11T17:00',
      '2026-11-11T20:00',
    ],
    [
      'at a desk without hours',
      { ...office, days: {} },
      '2026-11-16T08:00',
      '2026-11-13T17:00',
      '2026-11-13T20:00',
    ],
  ])('%s is tested in the last office hours before', (_, hours, shift, from, to) => {
    // 11 November is a public holiday, on which the law does not close this office.
    const open = {
      ...hours,
      exceptions: [{ date: '2026-11-11', spans: hours.days.monday ?? [], why: 'open' }],
    };
    expect(drillTime(open, at(shift))).toEqual({ from: at(from), to: at(to) });
  });

  it('after a week without office hours is not tested', () => {
    const closed = Array.from({ length: 12 }, (_, day) => ({
      date: `2026-12-${String(day + 18)}`,
      spans: [],
      why: 'closed',
    }));
    expect(drillTime({ ...office, exceptions: closed }, at('2026-12-29T08:00'))).toBeUndefined();
  });

  it('is tested by day, in office hours, and an hour before at the latest', () => {
    const shift = fc
      .integer({ min: 0, max: 365 * 24 * 4 })
      .map((quarter) => Date.UTC(2026, 0, 1) + quarter * 900_000);
    fc.assert(
      fc.property(shift, fc.constantFrom(office, always), (shiftAt, hours) => {
        const time = drillTime(hours, new Date(shiftAt));
        if (time === undefined) return;
        expect(time.to.getTime()).toBeLessThanOrEqual(shiftAt - 3_600_000);
        const length = time.to.getTime() - time.from.getTime();
        expect(length).toBeGreaterThanOrEqual(1_800_000);
        for (const part of [0, 0.5, 0.999]) {
          const instant = new Date(time.from.getTime() + length * part);
          expect(isOpen(hours, instant)).toBe(true);
          const hour = new Date(readingAt(hours.timeZone, instant.getTime())).getUTCHours();
          expect(hour).toBeGreaterThanOrEqual(8);
          expect(hour).toBeLessThan(20);
        }
      }),
    );
  });
});

describe('a drill', () => {
  const begunAt = at('2026-11-13T14:00');
  const drill = { begunAt, verdictAt: verdictAt(begunAt, at('2026-11-16T08:00')) };
  const after = (minutes: number) => new Date(begunAt.getTime() + minutes * 60_000);

  it('tries three times, half an hour apart, and ends in half an hour more', () => {
    expect([0, 29, 30, 60, 89].map((minutes) => triesBy(drill, after(minutes)))).toEqual([1, 1, 2, 3, 3]);
    expect([0, 31, 60].map((minutes) => nextTurnAt(drill, after(minutes)))).toEqual([30, 60, 90].map(after));
  });

  it('that begins late is through a quarter of an hour before the shift', () => {
    expect(verdictAt(begunAt, after(75))).toEqual(after(60));
    expect(nextTurnAt({ begunAt, verdictAt: after(60) }, begunAt)).toEqual(after(20));
  });
});
