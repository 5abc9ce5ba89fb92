import { expect, it } from 'vitest';
import type { PagingPlan } from '../ivr/index.ts';
import { nextRoundAt, waitAfterRoundSeconds } from './plan.ts';

const plan = { retryAfterSeconds: [60, 60, 120, 300] } as PagingPlan;

it('waits as the script says, the last wait for ever', () => {
  expect([1, 2, 3, 4, 5, 500].map((round) => waitAfterRoundSeconds(plan, round))).toEqual([
    60, 60, 120, 300, 300, 300,
  ]);
});

it('counts a wait from the moment that its round began', () => {
  expect(nextRoundAt(plan, 3, new Date('2026-11-12T07:49:12Z'))).toEqual(new Date('2026-11-12T07:51:12Z'));
});
