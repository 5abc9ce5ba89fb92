import { expect, test } from 'vitest';
import { load } from './static.test-support.ts';

interface Formats {
  duration: (ms: number) => string;
  grouped: (number: string) => string;
  spelled: (number: string) => string;
  dialled: (text: string) => string | null;
  withLinks: (text: string) => { text: string; href?: string }[];
}
const { duration, grouped, spelled, dialled, withLinks } = await load<Formats>('formats.js');

test.each([
  [0, '0:00'],
  [6_999, '0:06'],
  [58 * 60_000 + 52_000, '58:52'],
  [67 * 60_000, '1:07 h'],
  [-500, '0:00'],
])('%i ms are %s', (ms, words) => {
  expect(duration(ms)).toBe(words);
});

test('numbers are grouped for reading, and a known one is spelled', () => {
  expect(grouped('+12025550100')).toBe('+1 202 555 0100');
  expect(grouped('+46701234567')).toBe('+46 701 234 567');
  expect(grouped('anonymous')).toBe('anonymous');
  expect(spelled('+18004803466')).toBe('1-800-480-DINO');
  expect(spelled('+12025550199')).toBe('+1 202 555 0199');
});

test.each([
  ['1-800-480-DINO', '+18004803466'],
  ['(202) 555-0199', '+12025550199'],
  ['+46 701 234 567', '+46701234567'],
  ['18004803466', '+18004803466'],
  ['911', null],
  ['', null],
  ['*67', null],
])('%s dials %s', (text, number) => {
  expect(dialled(text)).toBe(number);
});

test('links in a text can be opened, with or without their scheme, without the full stop behind them', () => {
  expect(withLinks('A42 accepts. Go to afterhours.example/a/7Kq2. Or http://127.0.0.1:3000/a/9')).toEqual([
    { text: 'A42 accepts. Go to ' },
    { text: 'afterhours.example/a/7Kq2', href: 'https://afterhours.example/a/7Kq2' },
    { text: '. Or ' },
    { text: 'http://127.0.0.1:3000/a/9', href: 'http://127.0.0.1:3000/a/9' },
  ]);
  expect(withLinks('SEV 1. On hold.')).toEqual([{ text: 'SEV 1. On hold.' }]);
});
