import { afterAll, describe, expect, test } from 'vitest';
import {
  addOpenTime,
  isOpen,
  nextClosing,
  nextOpening,
  openTimeBetween,
  readSpan,
  subtractOpenTime,
  weekdays,
  type CoverageHours,
} from './index.ts';
import { clockRow, onTape, tapeOf, type Tape } from './minute-tape.test-support.ts';
import { otherDays, statutoryHolidays, type Country } from './statutory-holidays.test-support.ts';

const firstYear = 2025;
const startMs = Date.UTC(firstYear, 0, 1);
const minutes = (Date.UTC(firstYear + 10, 0, 1) - startMs) / 60_000;
const [second, minute, hour, day] = [1_000, 60_000, 3_600_000, 86_400_000];

/** Hours as people write them, for the weekdays from Sunday on. */
type Week = readonly (readonly string[])[];
interface Desk {
  timeZone: string;
  country: Country;
  alsoClosed?: string[];
  office: Week;
  nights: Week;
}
const work = (...spans: string[]): Week => [[], spans, spans, spans, spans, spans, []];
const daily = (...spans: string[]): Week => Array.from({ length: 7 }, () => spans);

const desks: Record<string, Desk> = {
  Stockholm: {
    timeZone: 'Europe/Stockholm',
    country: 'SE',
    alsoClosed: ['Midsummer Eve', 'Christmas Eve'],
    office: work('08:00-17:00'),
    nights: daily('17:00-08:00'),
  },
  'New York': {
    timeZone: 'America/New_York',
    country: 'US',
    office: work('09:00-12:00', '13:00-17:00'),
    nights: daily('22:00-01:30', '02:15-02:45', '01:40-01:50'),
  },
  Chicago: {
    timeZone: 'America/Chicago',
    country: 'US',
    alsoClosed: ['Veterans Day (substitute day)'],
    office: work('08:00-17:00'),
    nights: [
      ['20:00-24:00'],
      ['00:00-08:00', '17:00-02:30'],
      [],
      ['23:59-23:58'],
      [],
      ['22:00-06:00'],
      ['01:00-02:00'],
    ],
  },
  Rome: {
    timeZone: 'Europe/Rome',
    country: 'IT',
    office: work('09:00-13:00', '14:00-18:00'),
    nights: daily('18:00-02:15', '02:30-09:00'),
  },
  Berlin: {
    timeZone: 'Europe/Berlin',
    country: 'DE',
    office: work('08:00-22:00'),
    nights: daily('00:00-03:00', '23:30-02:00'),
  },
};

const years = Array.from({ length: 10 }, (_, index) => firstYear + index);
/** Each year: half a day before Christmas, a working Sunday when clocks may change, a closed Monday, a late New Year's Eve. */
const exceptionsOf = (year: number): [string, string[]][] => [
  [`${year}-12-23`, ['08:00-12:00']],
  [`${year}-10-26`, ['01:30-02:30', '20:00-04:00']],
  [`${year}-03-09`, []],
  [`${year}-03-29`, ['02:00-03:00', '02:30-05:00']],
  [`${year}-12-31`, ['18:00-03:00']],
];

/** The same desk twice: as the product has it, and as a tape. */
function twice(desk: Desk, week: Week, clock: Int32Array): [CoverageHours, Tape] {
  const spansOf = (texts: readonly string[]) =>
    texts.map((text) => readSpan(text) ?? expect.fail(`${text} is no span`));
  const exceptions = years.flatMap(exceptionsOf);
  const { alsoClosed = [] } = desk;
  const hours: CoverageHours = {
    timeZone: desk.timeZone,
    country: desk.country,
    closedOnPublicHolidays: true,
    alsoClosed,
    days: Object.fromEntries(weekdays.map((name, index) => [name, spansOf(week[(index + 1) % 7] ?? [])])),
    exceptions: exceptions.map(([date, texts]) => ({ date, spans: spansOf(texts), why: 'as agreed' })),
  };
  const off = statutoryHolidays(desk.country, firstYear - 1, firstYear + 10);
  for (const name of alsoClosed) for (const year of years) off.add(otherDays[name]?.(year) ?? '');
  const own = new Map(exceptions);
  const tape = tapeOf(
    clock,
    startMs,
    (date, weekday) => own.get(date) ?? (off.has(date) ? [] : (week[weekday] ?? [])),
  );
  return [hours, tape];
}

/** Instants that fall anywhere, the same in every run, and those around each change of clocks and each end of a year. */
function instants(clock: Int32Array, anywhere: number): number[] {
  let seed = 20_261_129;
  const draw = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  // Two months are left at either end, for what is added and taken away.
  const margin = 60 * 1440;
  const found = Array.from(
    { length: anywhere },
    () => startMs + (margin + draw() * (minutes - 2 * margin)) * minute,
  );
  const turns = years.slice(1).map((year) => Date.UTC(year, 0, 1));
  for (let at = margin; at < minutes - margin; at += 1) {
    const isChanged = (clock[at] ?? 0) - (clock[at - 1] ?? 0) !== 1;
    if (isChanged && (clock[at - 1] ?? 0) - (clock[at - 2] ?? 0) === 1) turns.push(startMs + at * minute);
  }
  const near = [0, -1, second, -second, minute, -31 * minute, hour, -hour, 95 * minute];
  return [...found, ...turns.flatMap((turn) => near.map((by) => turn + by))].map(Math.round);
}

let compared = 0;
afterAll(() => expect(compared).toBeGreaterThan(4_000));

describe.each(Object.entries(desks))('%s', (_, desk) => {
  const clock = clockRow(desk.timeZone, startMs, minutes);
  const asked = instants(clock, 160);

  test.each([
    ['by day', desk.office],
    ['by night', desk.nights],
  ])('%s answers as the tape of its minutes does, over ten years', (__, week) => {
    const [hours, tape] = twice(desk, week, clock);
    for (const [index, ms] of asked.entries()) {
      const at = new Date(ms);
      const durationMs = 1 + ((index * 7_919 * minute + index * 13) % (40 * hour));
      const other = ms + ((index % 41) - 20) * day + index * second;
      const elapsed = onTape.elapsed(tape, ms);
      const product = {
        isOpen: isOpen(hours, at),
        opening: nextOpening(hours, at)?.getTime(),
        closing: nextClosing(hours, at)?.getTime(),
        later: addOpenTime(hours, at, durationMs)?.getTime(),
        earlier: subtractOpenTime(hours, at, durationMs)?.getTime(),
        between: openTimeBetween(hours, at, new Date(other)),
      };
      expect(product, `at ${at.toISOString()}`).toEqual({
        isOpen: onTape.isOpen(tape, ms),
        opening: onTape.next(tape, ms, 1),
        closing: onTape.next(tape, ms, 0),
        later: onTape.first(tape, elapsed + durationMs),
        earlier: onTape.last(tape, elapsed - durationMs),
        between: onTape.elapsed(tape, other) - elapsed,
      });
      compared += 1;
    }
  });
});
