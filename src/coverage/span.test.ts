import { expect, test } from 'vitest';
import { readSpan } from './span.ts';

test.each([
  '9:00-17:00',
  '09:00-09:00',
  '24:00-06:00',
  '09:60-10:00',
  '09:00-24:01',
  '00:00-00:00',
  '09:00',
  '',
])('"%s" is no span of hours', (text) => {
  expect(readSpan(text)).toBeUndefined();
});

test.each([
  ['09:00-17:00', 540, 1020],
  ['00:00-24:00', 0, 1440],
  ['22:00-06:00', 1320, 1800],
  ['22:00-00:00', 1320, 1440],
  ['22:00-24:00', 1320, 1440],
  ['00:01-00:00', 1, 1440],
])('"%s" lasts from minute %i to minute %i of the day on which it begins', (text, startMinute, endMinute) => {
  expect(readSpan(text)).toEqual({ startMinute, endMinute });
});
