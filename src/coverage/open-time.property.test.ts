import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addOpenTime,
  isDue,
  isOpen,
  nextClosing,
  nextOpening,
  openSpans,
  openTimeBetween,
  subtractOpenTime,
  weekdays,
  type CoverageHours,
} from './index.ts';

const dayMs = 86_400_000;
const anySpan = fc
  .tuple(fc.nat(1439), fc.integer({ min: 60, max: 1439 }))
  .map(([startMinute, minutes]) => ({ startMinute, endMinute: startMinute + minutes }));
const anyDay = fc.array(anySpan, { minLength: 1, maxLength: 3 });
const anyPlace = fc.constantFrom(
  { timeZone: 'Europe/Stockholm', country: 'SE' },
  { timeZone: 'America/New_York', country: 'US' },
  { timeZone: 'Europe/Rome', country: 'IT' },
  { timeZone: 'Europe/Berlin', country: 'DE', region: 'BY' },
  { timeZone: 'Australia/Lord_Howe', country: 'AU' },
  { timeZone: 'America/Havana', country: 'CU' },
  { timeZone: 'Africa/Casablanca', country: 'MA' },
);
const anyDate = fc
  .integer({ min: Date.UTC(2026, 0, 1) / dayMs, max: Date.UTC(2028, 0, 1) / dayMs })
  .map((day) => new Date(day * dayMs).toISOString().slice(0, 10));
const anyHours: fc.Arbitrary<CoverageHours> = fc
  .tuple(
    anyPlace,
    fc.boolean(),
    fc.dictionary(fc.constantFrom(...weekdays), anyDay, { minKeys: 1 }),
    fc.uniqueArray(
      fc.record({
        date: anyDate,
        spans: fc.oneof(fc.constant([]), anyDay),
        why: fc.constant('as agreed'),
      }),
      { maxLength: 5, selector: ({ date }) => date },
    ),
  )
  .map(([place, closedOnPublicHolidays, days, exceptions]) => ({
    ...place,
    closedOnPublicHolidays,
    alsoClosed: ['Christmas Eve'],
    days,
    exceptions,
  }));
/** Whole years, and often the days on which clocks change. */
const anyInstant: fc.Arbitrary<Date> = fc
  .oneof(
    fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) }),
    fc
      .constantFrom('2026-03-08', '2026-03-29', '2026-04-05', '2026-10-25', '2026-11-01')
      .chain((date) =>
        fc.integer({ min: -dayMs, max: dayMs }).map((by) => Date.parse(`${date}T03:00Z`) + by),
      ),
  )
  .map((ms) => new Date(ms));
const anyDurationMs = fc.integer({ min: 1, max: 5 * dayMs });

function holds<T extends [unknown, ...unknown[]]>(
  arbitraries: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
  predicate: (...values: T) => void,
): void {
  fc.assert(fc.property(...arbitraries, predicate), { numRuns: 60 });
}

describe('any office', () => {
  test('has been open for what was added, for the first time', () => {
    holds([anyHours, anyInstant, anyDurationMs], (hours, at, durationMs) => {
      const over = addOpenTime(hours, at, durationMs) ?? expect.fail('never over');
      expect(openTimeBetween(hours, at, over)).toBe(durationMs);
      expect(openTimeBetween(hours, at, new Date(over.getTime() - 1))).toBe(durationMs - 1);
      expect(isDue(hours, at, durationMs, over)).toBe(true);
      expect(isDue(hours, at, durationMs, new Date(over.getTime() - 1))).toBe(false);
    });
  });

  test('comes back to where it began, or to the opening after it, when what was added is taken away', () => {
    holds([anyHours, anyInstant, anyDurationMs], (hours, at, durationMs) => {
      const over = addOpenTime(hours, at, durationMs) ?? expect.fail('never over');
      expect(subtractOpenTime(hours, over, durationMs)).toEqual(nextOpening(hours, at));
    });
  });

  test('has later ends for later beginnings and for longer times', () => {
    holds([anyHours, anyInstant, fc.nat(3 * dayMs), anyDurationMs], (hours, at, byMs, durationMs) => {
      const over = addOpenTime(hours, at, durationMs) ?? expect.fail('never over');
      const later = addOpenTime(hours, new Date(at.getTime() + byMs), durationMs);
      const longer = addOpenTime(hours, at, durationMs + byMs);
      expect(Number(later)).toBeGreaterThanOrEqual(over.getTime());
      expect(Number(longer)).toBeGreaterThanOrEqual(over.getTime() + byMs);
      const once = addOpenTime(hours, over, byMs);
      expect(once).toEqual(longer);
    });
  });

  test('is open between three instants for what it is open between two and two', () => {
    holds([anyHours, anyInstant, anyInstant, anyInstant], (hours, a, b, c) => {
      expect(openTimeBetween(hours, a, b) + openTimeBetween(hours, b, c)).toBe(openTimeBetween(hours, a, c));
    });
  });

  test('is open exactly within its spans, which are in order and apart', () => {
    holds([anyHours, anyInstant], (hours, at) => {
      const until = new Date(at.getTime() + 9 * dayMs);
      const spans = openSpans(hours, at, until);
      let last = -Infinity;
      for (const { from, to } of spans) {
        expect(from.getTime()).toBeGreaterThan(last);
        expect(to.getTime()).toBeGreaterThan(from.getTime());
        last = to.getTime();
        expect(isOpen(hours, from)).toBe(true);
        expect(isOpen(hours, new Date(last - 1))).toBe(true);
        if (last < until.getTime()) expect(isOpen(hours, to)).toBe(false);
        if (from > at) expect(isOpen(hours, new Date(from.getTime() - 1))).toBe(false);
      }
      expect(last).toBeLessThanOrEqual(until.getTime());
      expect(isOpen(hours, at)).toBe(spans[0]?.from.getTime() === at.getTime());
    });
  });

  test('opens and closes next at the edges of its spans', () => {
    holds([anyHours, anyInstant], (hours, at) => {
      const opening = nextOpening(hours, at) ?? expect.fail('never opens');
      expect(isOpen(hours, opening)).toBe(true);
      expect(openTimeBetween(hours, at, opening)).toBe(0);
      const closing = nextClosing(hours, opening);
      if (closing === undefined) return;
      expect(isOpen(hours, closing)).toBe(false);
      expect(openTimeBetween(hours, opening, closing)).toBe(closing.getTime() - opening.getTime());
    });
  });
});
