import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import {
  hoursInForce,
  isOpen,
  nextClosing,
  nextOpening,
  openSpans,
  readSpan,
  weekdays,
  type CoverageHours,
  type Span,
} from './index.ts';

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
  alsoClosed: [],
  exceptions: [],
};
const newYork = (local: string): Date => DateTime.fromISO(local, { zone: 'America/New_York' }).toJSDate();
/** A night desk: every evening from ten to six. */
const nightly = [span('22:00-06:00')];
const nights: CoverageHours = {
  ...office,
  days: Object.fromEntries(weekdays.map((weekday) => [weekday, nightly])),
};
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

  test('is closed on every day of a holiday that lasts several', () => {
    const russian = { ...office, timeZone: 'Europe/Moscow', country: 'RU' };
    expect(isOpen(russian, new Date('2026-01-06T10:00:00Z'))).toBe(false);
    expect(nextOpening(russian, new Date('2026-01-02T10:00:00Z'))).toEqual(new Date('2026-01-09T06:00:00Z'));
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
    for (let hour = 0; hour < 24 * 400; hour += 17) {
      const instant = new Date(Date.UTC(2026, 0, 1, hour, 20));
      const next = nextOpening(office, instant) ?? expect.fail('no opening');
      expect(next >= instant && isOpen(office, next)).toBe(true);
    }
  });
});

describe('a Swedish office', () => {
  const swedish: CoverageHours = { ...office, timeZone: 'Europe/Stockholm', country: 'SE' };
  const eves = { ...swedish, alsoClosed: ['Midsummer Eve', 'Christmas Eve', "New Year's Eve"] };
  const atTen = (date: string) => new Date(`${date}T09:00:00Z`);

  test.each([
    '2026-01-06',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2025-06-06',
    '2026-12-25',
  ])('is closed by law on %s', (date) => expect(isOpen(swedish, atTen(date))).toBe(false));

  test.each(['2026-06-19', '2026-12-24', '2026-12-31', '2027-06-25', '2025-06-20'])(
    'is closed on the eve %s when it says so, though the law does not ask it',
    (date) => {
      expect(isOpen(swedish, atTen(date))).toBe(true);
      expect(isOpen(eves, atTen(date))).toBe(false);
      expect(isOpen({ ...eves, closedOnPublicHolidays: false }, atTen(date))).toBe(false);
    },
  );
});

describe('a night past midnight', () => {
  test('belongs to the day on which it begins', () => {
    const fridays = { ...office, days: { friday: nightly } };
    expect(openSpans(fridays, newYork('2026-11-16T00:00'), newYork('2026-11-23T00:00'))).toEqual([
      { from: newYork('2026-11-20T22:00'), to: newYork('2026-11-21T06:00') },
    ]);
    expect(isOpen(fridays, newYork('2026-11-21T05:59:59.999'))).toBe(true);
    expect(isOpen(fridays, newYork('2026-11-21T06:00'))).toBe(false);
    expect(isOpen(fridays, newYork('2026-11-20T05:00'))).toBe(false);
  });

  test('does not begin on a holiday, and is worked to its end into one', () => {
    expect(isOpen(nights, newYork('2026-11-26T03:00'))).toBe(true);
    expect(nextClosing(nights, newYork('2026-11-25T23:00'))).toEqual(newYork('2026-11-26T06:00'));
    expect(isOpen(nights, newYork('2026-11-26T23:00'))).toBe(false);
    expect(isOpen(nights, newYork('2026-11-27T03:00'))).toBe(false);
    expect(nextOpening(nights, newYork('2026-11-26T07:00'))).toEqual(newYork('2026-11-27T22:00'));
  });

  test('that touches the next morning is one stretch with it', () => {
    const long = {
      ...office,
      days: { monday: nightly, tuesday: [span('05:00-09:00'), span('09:00-10:00')] },
    };
    expect(openSpans(long, newYork('2026-11-23T12:00'), newYork('2026-11-25T00:00'))).toEqual([
      { from: newYork('2026-11-23T22:00'), to: newYork('2026-11-24T10:00') },
    ]);
    expect(nextClosing(long, newYork('2026-11-23T23:00'))).toEqual(newYork('2026-11-24T10:00'));
  });

  test.each([
    ['2026-03-07T22:00', 7],
    ['2026-10-31T22:00', 9],
    ['2026-11-10T22:00', 8],
  ])('from %s lasts %i real hours', (local, realHours) => {
    const begin = newYork(local);
    expect(Number(nextClosing(nights, begin)) - Number(begin)).toBe(realHours * 3_600_000);
  });
});

describe('an exception', () => {
  const withExceptions: CoverageHours = {
    ...office,
    exceptions: [
      { date: '2026-12-23', spans: [span('08:00-12:00')], why: 'Half a day' },
      { date: '2026-11-24', spans: [], why: 'We move house' },
      { date: '2026-11-26', spans: [span('10:00-14:00')], why: 'Somebody is there' },
      { date: '2026-11-28', spans: [span('22:00-02:00')], why: 'Stocktaking' },
    ],
  };

  test('wins over the weekday and over the holiday', () => {
    const day = (date: string) =>
      openSpans(withExceptions, newYork(`${date}T00:00`), newYork(`${date}T24:00`)).map(({ from, to }) =>
        [from, to]
          .map((at) => DateTime.fromJSDate(at, { zone: office.timeZone }).toFormat('HH:mm'))
          .join('-'),
      );
    expect(day('2026-12-23')).toEqual(['08:00-12:00']);
    expect(day('2026-11-24')).toEqual([]);
    expect(day('2026-11-26')).toEqual(['10:00-14:00']);
    expect(day('2026-11-28')).toEqual(['22:00-00:00']);
    expect(day('2026-11-29')).toEqual(['00:00-02:00']);
  });

  test('leaves a night that began the evening before alone', () => {
    const closed = { ...nights, exceptions: [{ date: '2026-11-24', spans: [], why: 'We move house' }] };
    expect(isOpen(closed, newYork('2026-11-24T03:00'))).toBe(true);
    expect(isOpen(closed, newYork('2026-11-24T23:00'))).toBe(false);
    expect(isOpen(closed, newYork('2026-11-25T03:00'))).toBe(false);
  });
});

describe('on the days that clocks change', () => {
  const on = (weekday: 'sunday', ...texts: string[]) => ({ ...office, days: { [weekday]: texts.map(span) } });

  test('a span inside the skipped hour does not take place', () => {
    const skipped = on('sunday', '02:10-02:50', '05:00-06:00');
    expect(nextOpening(skipped, newYork('2026-03-08T00:00'))).toEqual(newYork('2026-03-08T05:00'));
  });

  test('a span that ends in the skipped hour ends when clocks are put forward', () => {
    const early = on('sunday', '01:00-02:30');
    expect(nextClosing(early, newYork('2026-03-08T01:00'))).toEqual(new Date('2026-03-08T07:00:00Z'));
  });

  test('a span that ends in the doubled hour ends the first time, and is not opened anew', () => {
    const early = on('sunday', '00:00-01:30');
    expect(openSpans(early, newYork('2026-10-31T12:00'), newYork('2026-11-02T00:00'))).toEqual([
      { from: new Date('2026-11-01T04:00:00Z'), to: new Date('2026-11-01T05:30:00Z') },
    ]);
  });

  test('a span that begins in the doubled hour begins the first time, and goes on through the second', () => {
    const late = on('sunday', '01:30-04:00');
    expect(openSpans(late, newYork('2026-10-31T12:00'), newYork('2026-11-02T00:00'))).toEqual([
      { from: new Date('2026-11-01T05:30:00Z'), to: new Date('2026-11-01T09:00:00Z') },
    ]);
    expect(isOpen(late, new Date('2026-11-01T06:10:00Z'))).toBe(true);
  });

  test('where midnight itself comes twice, the day before has ended the first time', () => {
    const havana = { ...on('sunday', '00:00-24:00'), timeZone: 'America/Havana', country: 'CU' };
    expect(openSpans(havana, new Date('2026-10-31T00:00:00Z'), new Date('2026-11-03T00:00:00Z'))).toEqual([
      { from: new Date('2026-11-01T04:00:00Z'), to: new Date('2026-11-02T05:00:00Z') },
    ]);
  });
});

describe('the next closing', () => {
  test('while closed, is now', () => {
    expect(nextClosing(office, newYork('2026-11-23T08:00'))).toEqual(newYork('2026-11-23T08:00'));
  });

  test('is the noon break, or five', () => {
    expect(nextClosing(office, newYork('2026-11-23T09:00'))).toEqual(newYork('2026-11-23T12:00'));
    expect(nextClosing(office, newYork('2026-11-23T13:00'))).toEqual(newYork('2026-11-23T17:00'));
  });

  test('of an office that never closes is none', () => {
    const always = Object.fromEntries(weekdays.map((weekday) => [weekday, [span('00:00-24:00')]]));
    const never = { ...office, closedOnPublicHolidays: false, days: always };
    expect(nextClosing(never, newYork('2026-11-23T08:00'))).toBeUndefined();
    expect(openSpans(never, newYork('2026-01-01T00:00'), newYork('2027-01-01T00:00'))).toHaveLength(1);
  });
});

describe('why an office is open or closed', () => {
  const why = (hours: CoverageHours, local: string) => {
    const { date, reason } = hoursInForce(hours, newYork(local));
    return { date, ...reason };
  };

  test('is its weekday, the name of the holiday, or the words of its exception', () => {
    const moving = { ...office, exceptions: [{ date: '2026-11-26', spans: [], why: 'We move house' }] };
    expect(why(office, '2026-11-25T10:00')).toEqual({ date: '2026-11-25', kind: 'weekday' });
    expect(why(office, '2026-11-26T10:00')).toMatchObject({ kind: 'holiday', name: 'Thanksgiving Day' });
    expect(why(moving, '2026-11-26T10:00')).toMatchObject({ kind: 'exception', why: 'We move house' });
  });

  test('is the evening before while its night lasts', () => {
    expect(why(nights, '2026-11-26T05:59')).toEqual({ date: '2026-11-25', kind: 'weekday' });
    expect(why(nights, '2026-11-26T06:00')).toMatchObject({ date: '2026-11-26', kind: 'holiday' });
  });
});
