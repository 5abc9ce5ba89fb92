import { describe, expect, test } from 'vitest';
import { inHours, inWords, localIso, localTime, readTime } from './times.ts';

const newYork = 'America/New_York';
const read = (text: string) => readTime('at', text, newYork);

describe('a time', () => {
  test.each([
    ['2026-12-24T02:00', '2026-12-24T07:00:00Z'],
    ['2026-07-01T02:00:30', '2026-07-01T06:00:30Z'],
    ['2026-12-24T02:00Z', '2026-12-24T02:00:00Z'],
    ['2026-12-24T02:00+01:00', '2026-12-24T01:00:00Z'],
    ['2026-11-01T01:30-05:00', '2026-11-01T06:30:00Z'],
  ])('%s is %s', (text, utc) => {
    expect(read(text)).toEqual({ ok: true, instant: new Date(utc) });
  });

  test('that comes twice is the first, and says how to mean the second', () => {
    expect(read('2026-11-01T01:30')).toEqual({
      ok: true,
      instant: new Date('2026-11-01T05:30:00Z'),
      note: {
        ...{ kind: 'twice', written: '2026-11-01T01:30', timeZone: newYork },
        second: '2026-11-01T01:30:00-05:00',
      },
    });
    expect(read('2026-11-01T01:30:00-05:00')).toEqual({
      ok: true,
      instant: new Date('2026-11-01T06:30:00Z'),
    });
  });

  test('that does not exist is the instant of the change', () => {
    expect(read('2026-03-08T02:30')).toEqual({
      ok: true,
      instant: new Date('2026-03-08T07:00:00Z'),
      note: {
        ...{ kind: 'skipped', written: '2026-03-08T02:30', timeZone: newYork },
        taken: new Date('2026-03-08T07:00:00Z'),
      },
    });
  });

  test.each([
    'tomorrow',
    '2026-12-24',
    '2026-02-30T10:00',
    '2026-12-24T24:30',
    '2026-12-24T02:00+99:00',
    '0026-12-24T02:00',
    '',
  ])('"%s" is none', (text) => {
    expect(read(text)).toEqual({
      ok: false,
      fault: { part: 'at', kind: 'no-time', written: text },
    });
  });
});

test('instants and durations are told by the desk’s clock', () => {
  const instant = new Date('2026-12-24T07:00:05Z');
  expect(localTime(instant, newYork)).toBe('Thu 2026-12-24 02:00:05 (UTC-05:00)');
  expect(localIso(instant, newYork)).toBe('2026-12-24T02:00:05-05:00');
  expect([0, 60_000, 26 * 3_600_000].map(inWords)).toEqual(['0 min', '1 min', '1 d 2 h']);
  expect(inHours(26.5 * 3_600_000)).toBe('26 h 30 min');
});
