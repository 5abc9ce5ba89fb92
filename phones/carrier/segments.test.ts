import { expect, test } from 'vitest';
import { segmentCount } from './segments.ts';

test.each([
  ['', 1],
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['a'.repeat(307), 3],
  ['€'.repeat(80), 1],
  ['€'.repeat(81), 2],
  ['å'.repeat(160), 1],
  ['È'.repeat(70), 1],
  ['È'.repeat(71), 2],
  [`${'a'.repeat(160)}”`, 3],
])('a body (%#) takes the segments that GSM 03.38 says', (body, segments) => {
  expect(segmentCount(body)).toBe(segments);
});
