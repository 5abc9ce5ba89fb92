import { describe, expect, it } from 'vitest';
import type { PagingPlan } from '../ivr/index.ts';
import { isOvertaken, nextRoundAt, waitAfterRoundSeconds } from './plan.ts';

const plan = { retryAfterSeconds: [60, 60, 120, 300] } as PagingPlan;

it('waits as the script says, the last wait for ever', () => {
  expect([1, 2, 3, 4, 5, 500].map((round) => waitAfterRoundSeconds(plan, round))).toEqual([
    60, 60, 120, 300, 300, 300,
  ]);
});

it('counts a wait from the moment that its round began', () => {
  expect(nextRoundAt(plan, 3, new Date('2026-11-12T07:49:12Z'))).toEqual(new Date('2026-11-12T07:51:12Z'));
});

describe('a page that has not gone out', () => {
  const now = new Date('2026-11-12T08:47:00Z');
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const plan = { smsRounds: 'every', oneAtATime: false } as PagingPlan;
  const late = { channel: 'voice', pageRound: 1, round: 1, nextRoundAt: after(1) } as const;

  it('is overtaken from the instant at which the next round is due', () => {
    expect(isOvertaken(plan, late, now)).toBe(false);
    expect(isOvertaken(plan, { ...late, nextRoundAt: now }, now)).toBe(true);
    expect(isOvertaken(plan, { ...late, round: 2 }, now)).toBe(true);
  });

  it('is not overtaken by rounds that send no text, or that ask the next person', () => {
    const sms = { ...late, channel: 'sms', nextRoundAt: after(-3_600) } as const;
    const rare = { ...plan, smsRounds: [1, 3] };
    expect(isOvertaken(rare, sms, now)).toBe(false);
    expect(isOvertaken(rare, { ...sms, round: 2 }, now)).toBe(true);
    expect(isOvertaken({ ...plan, oneAtATime: true }, { ...late, round: 5 }, now)).toBe(false);
  });
});
