import { expect, it } from 'vitest';
import { findingWords, lengthWords, seatWord, spanWords } from './duty-words.ts';

const span = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });

it.each([
  ['2026-11-15T05:00Z', '2026-11-15T11:00Z', 'Sun 15 Nov 00:00 to 06:00', '6 h'],
  ['2026-11-15T05:00Z', '2026-11-16T05:00Z', 'Sun 15 Nov 00:00 to Mon 16 Nov 00:00', '1 d 0 h'],
  ['2026-09-30T14:00Z', '2026-09-30T14:45Z', 'Wed 30 Sep 10:00 to 10:45', '45 min'],
  ['2026-11-15T05:00Z', '2027-11-15T05:00Z', 'Sun 15 Nov 00:00 to Mon 15 Nov 00:00', '365 d 0 h'],
])('%s to %s is %s, %s', (from, to, words, length) => {
  expect(spanWords(span(from, to), 'America/New_York')).toBe(words);
  expect(lengthWords(span(from, to))).toBe(length);
});

it('says what is wrong with a role, and whom it is about', () => {
  const of = { role: 'senior-technician', people: ['anna'], wanted: 3, found: 1 };
  const words = (problem: Parameters<typeof findingWords>[0]['problem']) =>
    findingWords({ ...of, problem }, () => 'Anna Alm');
  expect(words('nobody')).toBe('nobody is on duty as senior technician');
  expect(words('too-few')).toBe('1 of 3 senior technicians: only Anna Alm');
  expect(words('unreachable')).toBe('Anna Alm is on duty as senior technician and has no number that works');
  expect(words('doubled')).toBe('Anna Alm is on duty 1 times at once, as senior technician');
  expect([seatWord('2'), seatWord('nights')]).toEqual(['seat 2', 'nights']);
});
