import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { addOpenTime, isDue, openTimeBetween, readSpan, subtractOpenTime, weekdays } from './index.ts';
import type { CoverageHours, Span } from './index.ts';

const hourMs = 3_600_000;
const span = (text: string): Span => readSpan(text) ?? expect.fail(`${text} is no span`);
const everyDay = (...texts: string[]) => Object.fromEntries(weekdays.map((day) => [day, texts.map(span)]));
/** From Monday to Friday, eight to ten in the evening. */
const paragon: CoverageHours = {
  timeZone: 'Europe/Berlin',
  country: 'DE',
  closedOnPublicHolidays: true,
  alsoClosed: [],
  days: { ...everyDay('08:00-22:00'), saturday: [], sunday: [] },
  exceptions: [{ date: '2026-12-23', spans: [span('08:00-12:00')], why: 'Half a day' }],
};
const nights: CoverageHours = { ...paragon, closedOnPublicHolidays: false, days: everyDay('22:00-06:00') };
const never: CoverageHours = { ...paragon, days: {}, exceptions: [] };
const berlin = (local: string): Date => DateTime.fromISO(local, { zone: 'Europe/Berlin' }).toJSDate();
const local = (instant: Date | undefined) =>
  instant && DateTime.fromJSDate(instant, { zone: 'Europe/Berlin' }).toFormat("ccc yyyy-MM-dd'T'HH:mm");

describe('business hours are over', () => {
  test.each([
    ['two from Friday after closing', paragon, '2026-11-20T22:30', 2, 'Mon 2026-11-23T10:00'],
    ['two from within the hours', paragon, '2026-11-23T09:15', 2, 'Mon 2026-11-23T11:15'],
    ['those of a whole day, at its closing', paragon, '2026-11-23T07:00', 14, 'Mon 2026-11-23T22:00'],
    ['and one more, in the next morning', paragon, '2026-11-23T07:00', 15, 'Tue 2026-11-24T09:00'],
    ['two from late before a holiday', paragon, '2026-04-30T21:00', 2, 'Mon 2026-05-04T09:00'],
    ['six over half a day and Christmas', paragon, '2026-12-23T10:00', 6, 'Thu 2026-12-24T12:00'],
    ['over the year', paragon, '2026-12-31T21:00', 2, 'Mon 2027-01-04T09:00'],
    [
      'eight of a night in which clocks are put forward',
      nights,
      '2026-03-28T22:00',
      8,
      'Sun 2026-03-29T23:00',
    ],
    ['eight of a night in which clocks are put back', nights, '2026-10-24T22:00', 8, 'Sun 2026-10-25T05:00'],
    ['none, where they began', paragon, '2026-11-21T12:00', 0, 'Sat 2026-11-21T12:00'],
  ])('%s', (_, hours, from, count, until) => {
    expect(local(addOpenTime(hours, berlin(from), count * hourMs))).toBe(until);
  });

  test('never, where the office does not open', () => {
    expect(addOpenTime(never, berlin('2026-11-23T09:00'), 1)).toBeUndefined();
    expect(subtractOpenTime(never, berlin('2026-11-23T09:00'), 1)).toBeUndefined();
    expect(openTimeBetween(never, berlin('2026-01-01T00:00'), berlin('2027-01-01T00:00'))).toBe(0);
  });

  test('never, where the office opens for a last time before', () => {
    const once = {
      ...never,
      exceptions: [{ date: '2026-11-23', spans: [span('09:00-10:00')], why: 'A fair' }],
    };
    expect(local(addOpenTime(once, berlin('2026-11-20T09:00'), hourMs))).toBe('Mon 2026-11-23T10:00');
    expect(addOpenTime(once, berlin('2026-11-20T09:00'), hourMs + 1)).toBeUndefined();
  });
});

describe('business hours ago', () => {
  test.each([
    ['two before Monday at ten', paragon, '2026-11-23T10:00', 2, 'Mon 2026-11-23T08:00'],
    ['three before Monday at ten', paragon, '2026-11-23T10:00', 3, 'Fri 2026-11-20T21:00'],
    ['one before a Sunday', paragon, '2026-11-22T12:00', 1, 'Fri 2026-11-20T21:00'],
    ["two after the year's end", paragon, '2027-01-04T09:00', 2, 'Thu 2026-12-31T21:00'],
    ['seven of the short night', nights, '2026-03-29T06:00', 7, 'Sat 2026-03-28T22:00'],
    ['nine of the long night', nights, '2026-10-25T06:00', 9, 'Sat 2026-10-24T22:00'],
    ['none', paragon, '2026-11-21T12:00', 0, 'Sat 2026-11-21T12:00'],
  ])('%s', (_, hours, from, count, since) => {
    expect(local(subtractOpenTime(hours, berlin(from), count * hourMs))).toBe(since);
  });
});

describe('what is owed within two business hours', () => {
  const reported = berlin('2026-11-20T22:30');
  const owedMs = 2 * hourMs;

  test.each([
    ['2026-11-22T12:00', false],
    ['2026-11-23T09:59:59.999', false],
    ['2026-11-23T10:00', true],
    ['2026-11-24T03:00', true],
  ])('from Friday 22:30 on, is due at %s: %s', (now, due) => {
    expect(isDue(paragon, reported, owedMs, berlin(now))).toBe(due);
  });

  test('is due at once when nothing is owed, and never where the office does not open', () => {
    expect(isDue(paragon, reported, 0, reported)).toBe(true);
    expect(isDue(never, reported, 1, berlin('2027-11-23T10:00'))).toBe(false);
  });
});

test('backwards, the time between is negative', () => {
  const [from, to] = [berlin('2026-11-23T09:00'), berlin('2026-11-24T09:00')];
  expect(openTimeBetween(paragon, from, to)).toBe(14 * hourMs);
  expect(openTimeBetween(paragon, to, from)).toBe(-14 * hourMs);
});

test.each([-1, NaN, Infinity])('%d ms is no duration', (durationMs) => {
  const at = berlin('2026-11-23T09:00');
  expect(() => addOpenTime(paragon, at, durationMs)).toThrow(RangeError);
  expect(() => subtractOpenTime(paragon, at, durationMs)).toThrow(RangeError);
  expect(() => isDue(paragon, at, durationMs, at)).toThrow(RangeError);
});
