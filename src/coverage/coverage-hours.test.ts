import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { isOpen, nextOpening, readSpan, type CoverageHours, type Span } from './index.ts';

const span = (text: string): Span => readSpan(text) ?? expect.fail(`${text} is no span`);
const office: CoverageHours = {
  timeZone: 'America/New_York',
  country: 'US',
  closedOnPublicHolidays: true,
  days: {
    monday: [span('09:00-12:00'), span('13:00-17:00')],
    tuesday: [span('09:00-17:00')],
    wednesday: [span('09:00-17:00')],
    thursday: [span('09:00-17:00')],
    friday: [span('09:00-17:00')],
  },
};
const newYork = (local: string): Date => DateTime.fromISO(local, { zone: 'America/New_York' }).toJSDate();
const opening = (hours: CoverageHours, instant: Date): string | undefined => {
  const next = nextOpening(hours, instant);
  return next && DateTime.fromJSDate(next, { zone: hours.timeZone }).toFormat("ccc yyyy-MM-dd'T'HH:mm ZZ");
};

describe('an office', () => {
  test.each([
    ['2026-11-23T08:59:59.999', false],
    ['2026-11-23T09:00:00', true],
    ['2026-11-23T11:59:59.999', true],
    ['2026-11-23T12:00:00', false],
    ['2026-11-23T12:59:59', false],
    ['2026-11-23T13:00:00', true],
    ['2026-11-23T16:59:59', true],
    ['2026-11-23T17:00:00', false],
    ['2026-11-22T10:00:00', false],
  ])('at %s is open: %s', (local, open) => {
    expect(isOpen(office, newYork(local))).toBe(open);
  });

  test('is open by its own wall clock, whatever the zone of the instant', () => {
    expect(isOpen(office, new Date('2026-11-24T14:00:00Z'))).toBe(true);
    expect(isOpen(office, new Date('2026-11-24T13:59:00Z'))).toBe(false);
    expect(isOpen(office, new Date('2026-07-07T13:00:00Z'))).toBe(true);
  });

  test('is closed on public holidays and their substitute days, unless it says otherwise', () => {
    expect(isOpen(office, newYork('2026-11-26T10:00'))).toBe(false);
    expect(isOpen(office, newYork('2026-07-03T10:00'))).toBe(false);
    expect(isOpen({ ...office, closedOnPublicHolidays: false }, newYork('2026-11-26T10:00'))).toBe(true);
  });

  test('keeps the holidays of its country and region', () => {
    const epiphany = new Date('2026-01-06T10:00:00Z');
    const german = { ...office, timeZone: 'Europe/Berlin', country: 'DE' };
    expect(isOpen({ ...office, timeZone: 'Europe/Stockholm', country: 'SE' }, epiphany)).toBe(false);
    expect(isOpen(german, epiphany)).toBe(true);
    expect(isOpen({ ...german, region: 'BY' }, epiphany)).toBe(false);
  });
});

describe('the next opening', () => {
  test.each([
    ['while open, is now', '2026-11-23T10:30', 'Mon 2026-11-23T10:30 -05:00'],
    ['before the first span of the day', '2026-11-23T03:00', 'Mon 2026-11-23T09:00 -05:00'],
    ['in the noon break', '2026-11-23T12:15', 'Mon 2026-11-23T13:00 -05:00'],
    ['after Friday', '2026-11-20T17:00', 'Mon 2026-11-23T09:00 -05:00'],
    ['over Thanksgiving', '2026-11-25T20:00', 'Fri 2026-11-27T09:00 -05:00'],
    ['over the weekend that springs forward', '2026-03-06T18:00', 'Mon 2026-03-09T09:00 -04:00'],
    ['over the weekend that falls back', '2026-10-30T18:00', 'Mon 2026-11-02T09:00 -05:00'],
  ])('%s', (_, from, to) => {
    expect(opening(office, newYork(from))).toBe(to);
  });

  test('of a span that begins in the hour that clocks skip is the first minute after it', () => {
    const night = { ...office, days: { sunday: [span('02:30-06:00')] } };
    expect(opening(night, newYork('2026-03-08T00:00'))).toBe('Sun 2026-03-08T03:00 -04:00');
    expect(isOpen(night, newYork('2026-03-08T03:00'))).toBe(true);
  });

  test('of a span inside the hour that comes twice is in the first of them', () => {
    const night = { ...office, days: { sunday: [span('01:30-01:45')] } };
    expect(opening(night, newYork('2026-11-01T00:00'))).toBe('Sun 2026-11-01T01:30 -04:00');
  });

  test('of an office that never opens is none', () => {
    expect(nextOpening({ ...office, days: {} }, newYork('2026-11-23T10:00'))).toBeUndefined();
  });

  test('is never before the instant, and is open, at any quarter of a year of hours', () => {
    for (let hour = 0; hour < 24 * 400; hour += 7) {
      const instant = new Date(Date.UTC(2026, 0, 1, hour, 20));
      const next = nextOpening(office, instant) ?? expect.fail('no opening');
      expect(next >= instant && isOpen(office, next)).toBe(true);
    }
  });
});

test.each(['9:00-17:00', '09:00-09:00', '17:00-09:00', '09:60-10:00', '09:00-24:01', '09:00', ''])(
  '"%s" is no span of hours',
  (text) => {
    expect(readSpan(text)).toBeUndefined();
  },
);

test('a span may last the whole day', () => {
  expect(readSpan('00:00-24:00')).toEqual({ startMinute: 0, endMinute: 1440 });
});
