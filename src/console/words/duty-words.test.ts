import { expect, it } from 'vitest';
import { catalogueFor } from '../catalogue/index.ts';
import { faultWords, findingWords, lengthWords, spanWords } from './duty-words.ts';

const span = (from: string, to: string) => ({ from: new Date(from), to: new Date(to) });
const readerOf = (language: string) => ({
  catalogue: catalogueFor(language, undefined),
  zone: 'America/New_York',
  nameOf: () => 'Anna Alm',
  deskName: () => 'DV Nordic',
});

it.each([
  ['2026-11-15T05:00Z', '2026-11-15T11:00Z', 'Sun 15 Nov 00:00 to 06:00', '6 h'],
  ['2026-11-15T05:00Z', '2026-11-16T05:00Z', 'Sun 15 Nov 00:00 to Mon 16 Nov 00:00', '1 d 0 h'],
  ['2026-09-30T14:00Z', '2026-09-30T14:45Z', 'Wed 30 Sep 10:00 to 10:45', '45 min'],
  ['2026-11-15T05:00Z', '2027-11-15T05:00Z', 'Sun 15 Nov 00:00 to Mon 15 Nov 00:00', '365 d 0 h'],
])('%s to %s is %s, %s', (from, to, words, length) => {
  expect(spanWords(span(from, to), readerOf('en'))).toBe(words);
  expect(lengthWords(span(from, to))).toBe(length);
});

it.each([
  ['sv', 'sön 15 nov 00:00 till 06:00'],
  ['de', 'So 15. Nov 00:00 bis 06:00'],
  ['it', 'dom 15 nov 00:00 – 06:00'],
])('in %s it is %s', (language, words) => {
  expect(spanWords(span('2026-11-15T05:00Z', '2026-11-15T11:00Z'), readerOf(language))).toBe(words);
});

it('says what is wrong with a role, and whom it is about', () => {
  const of = { role: 'senior-technician', people: ['anna'], wanted: 3, found: 1 };
  const words = (problem: Parameters<typeof findingWords>[0]['problem'], language = 'en') =>
    findingWords({ ...of, problem }, readerOf(language));
  expect(words('nobody')).toBe('nobody is on duty as senior technician');
  expect(words('too-few')).toBe('1 of 3 senior technicians: only Anna Alm');
  expect(words('unreachable')).toBe('Anna Alm is on duty as senior technician and has no number that works');
  expect(words('doubled')).toBe('Anna Alm is on duty 1 times at once, as senior technician');
  expect(words('too-few', 'sv')).toBe('1 av 3 har jour som senior tekniker: bara Anna Alm');
});

it('says what is wrong with a form by the names of people and the desk’s clock', () => {
  const away = { kind: 'away' as const, person: 'anna', ...span('2026-11-15T05:00Z', '2026-11-15T11:00Z') };
  expect(faultWords([away, { kind: 'no-from' }], readerOf('sv'))).toEqual([
    'Anna Alm är frånvarande sön 15 nov 00:00 till 06:00: ta tillbaka frånvaron först, eller välj någon annan.',
    'Ange från när: ett datum, och ett klockslag om det spelar roll.',
  ]);
});
