import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantsShowing, readingAt } from '../coverage/index.ts';
import { afterQuietHours, readQuiet } from './quiet.ts';

const STOCKHOLM = 'Europe/Stockholm';
const after = (quiet: string | null, at: string, zone = STOCKHOLM) =>
  afterQuietHours(quiet, new Date(at), zone).toISOString();
const itself = (at: string) => new Date(at).toISOString();

describe('quiet hours as they are written', () => {
  it.each([
    ['21:00-07:00', '21:00-07:00'],
    [' 21:00 – 07:00 ', '21:00-07:00'],
    ['00:30-08:15', '00:30-08:15'],
    ['20:00-24:00', '20:00-24:00'],
    ['16:00-08:00', '16:00-08:00'],
    ['15:59-08:00', undefined],
    ['00:00-24:00', undefined],
    ['07:00-07:00', undefined],
    ['21-7', undefined],
    ['9:00-17:00', undefined],
    ['21:60-07:00', undefined],
    ['25:00-07:00', undefined],
    ['at night', undefined],
    ['', undefined],
  ])('%j are %j', (written, read) => expect(readQuiet(written)).toBe(read));
});

describe('what can wait', () => {
  it('waits for the end of the hours, before midnight and after it, and goes at once outside of them', () => {
    const night = '21:00-07:00';
    expect(after(night, '2026-11-12T19:59:59Z')).toBe(itself('2026-11-12T19:59:59Z'));
    expect(after(night, '2026-11-12T20:00:00Z')).toBe(itself('2026-11-13T06:00:00Z'));
    expect(after(night, '2026-11-13T02:00:00Z')).toBe(itself('2026-11-13T06:00:00Z'));
    expect(after(night, '2026-11-13T06:00:00Z')).toBe(itself('2026-11-13T06:00:00Z'));
    expect(after('12:00-13:30', '2026-11-13T11:10:00Z')).toBe(itself('2026-11-13T12:30:00Z'));
    expect(after(null, '2026-11-13T02:00:00Z')).toBe(itself('2026-11-13T02:00:00Z'));
  });

  it('is sent by the clock of the desk', () => {
    expect(after('21:00-07:00', '2026-11-13T02:00:00Z', 'America/New_York')).toBe(
      itself('2026-11-13T12:00:00Z'),
    );
    expect(after('21:00-07:00', '2026-11-13T01:59:00Z', 'America/New_York')).toBe(
      itself('2026-11-13T01:59:00Z'),
    );
  });

  // Clocks go from 02:00 to 03:00 at 01:00Z.
  it('where the hour of an edge is skipped, waits until the change, or from then on', () => {
    expect(after('22:00-02:30', '2026-03-29T00:00:00Z')).toBe(itself('2026-03-29T01:00:00Z'));
    expect(after('02:30-08:00', '2026-03-29T00:59:00Z')).toBe(itself('2026-03-29T00:59:00Z'));
    expect(after('02:30-08:00', '2026-03-29T01:00:00Z')).toBe(itself('2026-03-29T06:00:00Z'));
    expect(after('02:10-02:50', '2026-03-29T01:00:00Z')).toBe(itself('2026-03-29T01:00:00Z'));
  });

  // Clocks go from 03:00 back to 02:00 at 01:00Z.
  it('where the hour of an edge comes twice, waits until its first time, or from then on', () => {
    expect(after('22:00-02:30', '2026-10-25T00:10:00Z')).toBe(itself('2026-10-25T00:30:00Z'));
    expect(after('22:00-02:30', '2026-10-25T01:10:00Z')).toBe(itself('2026-10-25T01:10:00Z'));
    expect(after('02:30-08:00', '2026-10-25T00:29:00Z')).toBe(itself('2026-10-25T00:29:00Z'));
    expect(after('02:30-08:00', '2026-10-25T01:10:00Z')).toBe(itself('2026-10-25T07:00:00Z'));
  });
});

describe('on any day, also those on which clocks change', () => {
  const minuteMs = 60_000;
  const dayMs = 24 * 60 * minuteMs;
  const two = (part: number) => String(part).padStart(2, '0');
  const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  const hours = fc
    .record({ from: fc.integer({ min: 0, max: 1439 }), lasts: fc.integer({ min: 1, max: 960 }) })
    .map(({ from, lasts }) => ({ from, until: (from + lasts) % 1440, lasts }));
  const zone = fc.constantFrom(
    STOCKHOLM,
    'America/New_York',
    'Australia/Lord_Howe',
    'America/Santiago',
    'UTC',
  );
  // A day or two about a change of clocks in some of these zones.
  const instant = fc
    .record({
      day: fc.constantFrom(
        ...['2026-03-08', '2026-03-29', '2026-04-05', '2026-09-06', '2026-10-04', '2026-10-25', '2026-11-01'],
      ),
      minutes: fc.integer({ min: -1440, max: 2880 }),
    })
    .map(({ day, minutes }) => Date.parse(day) + minutes * minuteMs);

  it('nothing goes early, nothing is held for longer than the hours last, and what is let through stays so', () => {
    fc.assert(
      fc.property(hours, zone, instant, ({ from, until, lasts }, timeZone, at) => {
        const sent = afterQuietHours(`${clock(from)}-${clock(until)}`, new Date(at), timeZone).getTime();
        expect(sent).toBeGreaterThanOrEqual(at);
        // Two clocks' changes never fall into one night; none is by more than an hour.
        expect(sent - at).toBeLessThanOrEqual((lasts + 60) * minuteMs);
        expect(afterQuietHours(`${clock(from)}-${clock(until)}`, new Date(sent), timeZone).getTime()).toBe(
          sent,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('what waits is sent when the clock shows the end, or has just passed it', () => {
    fc.assert(
      fc.property(hours, zone, instant, ({ from, until }, timeZone, at) => {
        const sent = afterQuietHours(`${clock(from)}-${clock(until)}`, new Date(at), timeZone).getTime();
        if (sent === at) return;
        const shown = readingAt(timeZone, sent);
        const end = Math.floor(shown / dayMs) * dayMs + until * minuteMs;
        const isFirstAtEnd = shown === end && instantsShowing(timeZone, end)[0] === sent;
        const jumpedOver = shown > end && readingAt(timeZone, sent - 1) < end;
        expect(isFirstAtEnd || jumpedOver).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('whatever the clock shows more than an hour inside of them waits, and more than an hour outside does not', () => {
    fc.assert(
      fc.property(hours, zone, instant, ({ from, lasts }, timeZone, at) => {
        const until = (from + lasts) % 1440;
        const minute = Math.floor((readingAt(timeZone, at) % dayMs) / minuteMs);
        const since = (minute - from + 1440) % 1440;
        const waits =
          afterQuietHours(`${clock(from)}-${clock(until)}`, new Date(at), timeZone).getTime() > at;
        if (since > 60 && since < lasts - 60) expect(waits).toBe(true);
        if (since > lasts + 60 && since < 1440 - 60) expect(waits).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('what comes later is not sent earlier', () => {
    fc.assert(
      fc.property(hours, zone, instant, fc.nat(2000), ({ from, until }, timeZone, at, minutes) => {
        const of = (instantMs: number) =>
          afterQuietHours(`${clock(from)}-${clock(until)}`, new Date(instantMs), timeZone).getTime();
        expect(of(at + minutes * minuteMs)).toBeGreaterThanOrEqual(of(at));
      }),
      { numRuns: 400 },
    );
  });
});
