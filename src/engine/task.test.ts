import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from './task.ts';

describe('the wait before a failed task runs again', () => {
  it('is 1 s after the first run, then doubles', () => {
    expect([1, 2, 3, 4].map(backoffMs)).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it('never shrinks with more failures, and lies between 1 s and a minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (attempt) => {
        const wait = backoffMs(attempt);
        expect(wait).toBeGreaterThanOrEqual(1_000);
        expect(wait).toBeLessThanOrEqual(60_000);
        expect(backoffMs(attempt + 1)).toBeGreaterThanOrEqual(wait);
      }),
    );
  });
});
