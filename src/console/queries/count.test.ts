import { expect, it } from 'vitest';
import { counted } from './count.ts';

it('says how many there are as far as it was counted', () => {
  expect([0, 1, 1_000].map(counted)).toEqual(['0', '1', '1000']);
  expect(counted(1_001)).toBe('more than 1,000');
});
