import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitBeforeTryMs } from './sign-in-limit.ts';

const now = new Date('2026-11-12T02:47:00Z');
const failed = (failures: number, agoMs = 0) => ({
  failures,
  lastFailedAt: new Date(now.getTime() - agoMs),
});

describe('the limit on failed sign-ins', () => {
  it('lets five typing errors pass, then asks for ever longer waits', () => {
    expect(waitBeforeTryMs('address', undefined, now)).toBe(0);
    expect(waitBeforeTryMs('address', failed(4), now)).toBe(0);
    expect(waitBeforeTryMs('address', failed(5), now)).toBe(2000);
    expect(waitBeforeTryMs('address', failed(7), now)).toBe(8000);
    expect(waitBeforeTryMs('address', failed(7, 8000), now)).toBe(0);
  });

  it('never keeps the owner of a name out for more than 30 s, nor an address for more than 15 min', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 0, max: 1e8 }),
        (failures, agoMs) => {
          expect(waitBeforeTryMs('name', failed(failures, agoMs), now)).toBeLessThanOrEqual(30_000);
          expect(waitBeforeTryMs('address', failed(failures, agoMs), now)).toBeLessThanOrEqual(900_000);
        },
      ),
    );
  });

  it('forgets after an hour', () => {
    expect(waitBeforeTryMs('address', failed(1000, 3_600_001), now)).toBe(0);
  });
});
