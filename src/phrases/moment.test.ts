import { expect, it } from 'vitest';
import { momentWords } from './index.ts';

const at = new Date('2026-11-30T07:00:00Z');

it.each([
  ['en-GB', 'Europe/London', 'Monday 30 November at 07:00'],
  ['en-US', 'America/New_York', 'Monday, November 30 at 02:00'],
  ['sv-SE', 'Europe/Stockholm', 'måndag 30 november kl. 08:00'],
  ['it-IT', 'Europe/Rome', 'lunedì 30 novembre alle ore 08:00'],
  ['de-DE', 'Europe/Berlin', 'Montag, 30. November um 08:00'],
])('a reader of %s in %s reads "%s"', (language, timeZone, words) => {
  expect(momentWords(at, language, timeZone)).toBe(words);
});

it('writes midnight as the beginning of its day', () => {
  const midnight = new Date('2026-11-29T23:00:00Z');
  expect(momentWords(midnight, 'it-IT', 'Europe/Rome')).toBe('lunedì 30 novembre alle ore 00:00');
});
