import type { PagingPlan, Script } from '../ivr/index.ts';

/** Seconds from the beginning of round `round` (1 is the first) to the beginning of the next; the last wait repeats for ever. */
export function waitAfterRoundSeconds(plan: PagingPlan, round: number): number {
  const waits = plan.retryAfterSeconds;
  return waits[Math.min(round, waits.length) - 1] ?? 60;
}

/** When the round after `round` is due, if that one began at `beganAt`. */
export function nextRoundAt(plan: PagingPlan, round: number, beganAt: Date): Date {
  return new Date(beganAt.getTime() + waitAfterRoundSeconds(plan, round) * 1000);
}

export function textsInRound(plan: PagingPlan, round: number): boolean {
  return plan.smsRounds === 'every' || plan.smsRounds.includes(round);
}

/** The plan of that name; undefined when the script has lost it since. */
export function planOf(script: Script, name: string): PagingPlan | undefined {
  return Object.hasOwn(script.plans, name) ? script.plans[name] : undefined;
}
