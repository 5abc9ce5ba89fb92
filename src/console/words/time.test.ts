import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockTime, day, duration, minutes, zoneLabel, zoneName } from './time.ts';

const winter = new Date('2026-11-12T07:47:12Z');
const summer = new Date('2026-07-12T07:47:12Z');

describe('time in words', () => {
  it("shows a moment in the desk's zone", () => {
    expect(clockTime(winter, 'America/New_York')).toBe('02:47:12');
    expect(clockTime(summer, 'America/New_York')).toBe('03:47:12');
    expect(day(winter, 'America/New_York', 'long')).toBe('Thursday 12 November 2026');
    expect(day(new Date('2026-09-03T12:00:00Z'), 'UTC')).toBe('Thu 3 Sep');
  });

  it('names a zone without the season where English has such a name, else with it', () => {
    expect(zoneLabel('America/New_York', winter)).toBe('ET, New York');
    expect(zoneName('America/Chicago', summer)).toBe('CT');
    expect(zoneName('Europe/Stockholm', winter)).toBe('CET');
    expect(zoneName('Europe/Stockholm', summer)).toBe('CEST');
    expect(zoneName('UTC', winter)).toBe('UTC');
  });

  it('writes a duration as m:ss, then h:mm h, then days and hours', () => {
    expect(duration(79_999)).toBe('1:19');
    expect(duration(3_599_999)).toBe('59:59');
    expect(duration(3_600_000)).toBe('1:00 h');
    expect(duration(86_400_000 * 2 + 17 * 3_600_000)).toBe('2 d 17 h');
    expect(duration(-5000)).toBe('0:00');
    expect(minutes(65 * 60_000 + 4000)).toBe('65:04');
  });

  it('never shows a negative or fractional figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e12 }), (ms) => {
        expect(duration(ms)).toMatch(/^(\d+:\d\d( h)?|\d+ d \d+ h)$/);
      }),
    );
  });
});
