import type { PagedRole, PagingPlan, Script } from '../ivr/index.ts';

/** Seconds from the beginning of round `round` (1 is the first) to the beginning of the next; the last wait repeats for ever. */
export function waitAfterRoundSeconds(plan: PagingPlan, round: number): number {
  const waits = plan.retryAfterSeconds;
  return waits[Math.min(round, waits.length) - 1] ?? 60;
}

/** When the round after `round` is due, if that one began at `beganAt`. */
export function nextRoundAt(plan: PagingPlan, round: number, beganAt: Date): Date {
  return new Date(beganAt.getTime() + waitAfterRoundSeconds(plan, round) * 1000);
}

/**
 * When a round is over that nobody answers, if it began at `beganAt`. Who is asked to take a call is asked without a pause: the
 * next are as soon as the phones of this round ring no more (`hastenRound`), at the latest when their round is due.
 */
export function unansweredRoundEndsAt(plan: PagingPlan, round: number, beganAt: Date): Date {
  const due = nextRoundAt(plan, round, beganAt);
  if (plan.takes !== 'call') return due;
  return new Date(Math.min(due.getTime(), beganAt.getTime() + plan.ringSeconds * 1000));
}

/** Whether a plan pages at all while the office is open, or closed: one for office hours pages nobody after them. */
export function pagesNow({ when }: Pick<PagingPlan, 'when'>, isOfficeOpen: boolean): boolean {
  return when !== 'open' || isOfficeOpen;
}

export function textsInRound(plan: PagingPlan, round: number): boolean {
  return plan.smsRounds === 'every' || plan.smsRounds.includes(round);
}

/** Who is paged in round `round` beside those of every round. */
export function widerIn(plan: PagingPlan, round: number): PagedRole[] {
  return plan.wider.filter(({ fromRound }) => round >= fromRound).flatMap(({ page }) => page);
}

/** When somebody must be in contact with the customer of a case opened at `openedAt`; null where the plan sets no time. */
export function contactDueAt(openedAt: Date, plan: PagingPlan | undefined): Date | null {
  const minutes = plan?.contact?.targetMinutes;
  return minutes === undefined ? null : new Date(openedAt.getTime() + minutes * 60_000);
}

/** A page that has not reached the carrier yet, and how far its paging is by now. */
export interface LatePage {
  channel: 'voice' | 'sms';
  pageRound: number;
  round: number;
  nextRoundAt: Date;
}

/**
 * Whether a later round, begun or due by now, asks the same person anew: after a standstill nobody is paged for each
 * round that was missed. Where people are asked one after another, the later round asks somebody else.
 */
export function isOvertaken(plan: PagingPlan, late: LatePage, now: Date): boolean {
  // The next round asks somebody else.
  if (plan.oneAtATime || plan.takes === 'call') return false;
  const newest = late.nextRoundAt <= now ? late.round + 1 : late.round;
  for (let round = late.pageRound + 1; round <= newest; round += 1) {
    if (late.channel === 'voice' || textsInRound(plan, round)) return true;
  }
  return false;
}

/** The plan of that name; undefined when the script has lost it since. */
export function planOf(script: Script, name: string): PagingPlan | undefined {
  return Object.hasOwn(script.plans, name) ? script.plans[name] : undefined;
}
