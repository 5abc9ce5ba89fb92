import { expect, it } from 'vitest';
import { GIVEN_UP_AFTER_MS, nextTry } from './retry.ts';

it('tries again soon, then hourly, for three days, and then gives up', () => {
  let ageMs = 0;
  let attempt = 1;
  const waits: number[] = [];
  for (;;) {
    const next = nextTry('may-pass', attempt, ageMs);
    if (next.kind === 'give-up') break;
    waits.push(next.afterMs / 60_000);
    ageMs += next.afterMs;
    attempt += 1;
  }
  expect(waits.slice(0, 8)).toEqual([1, 2, 5, 10, 15, 30, 60, 60]);
  expect(ageMs).toBeLessThanOrEqual(GIVEN_UP_AFTER_MS);
  expect(ageMs).toBeGreaterThan(GIVEN_UP_AFTER_MS - 3_600_000);
});

it('gives an address up that the server refuses for good, and not one whose sender it refuses', () => {
  expect(nextTry('address-dead', 1, 0)).toEqual({ kind: 'give-up' });
  expect(nextTry('ours-broken', 1, 0)).toEqual({ kind: 'again', afterMs: 60_000 });
});
