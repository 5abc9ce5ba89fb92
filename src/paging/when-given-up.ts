import type { PagingPlan } from '../ivr/index.ts';

/** As it stands on the case, too. */
export type WhyGivenUp = 'the office has closed' | 'nobody has accepted' | 'everybody has been asked';

/** What decides whether a paging goes on, besides its plan. */
export interface PagingSoFar {
  severity: string | null;
  /** The round that nobody has answered. */
  round: number;
  /** The plan may page at this moment. */
  mayPage: boolean;
  /** Somebody is left whom this paging has not asked; only asked of plans that look for somebody to take a call. */
  isAnybodyLeft: boolean;
}

/** A page for severity 1 or 2 is never given up, whatever a script says, or has come to say while the paging goes on. */
export function isNeverGivenUp(severity: string | null): boolean {
  return severity === '1' || severity === '2';
}

/** Why a paging ends instead of beginning its next round; undefined: it goes on. One for severity 1 or 2 is never given up. */
export function whyToGiveUp(
  plan: PagingPlan,
  { severity, round, mayPage, isAnybodyLeft }: PagingSoFar,
): WhyGivenUp | undefined {
  if (isNeverGivenUp(severity)) return undefined;
  if (!mayPage) return 'the office has closed';
  if (plan.givesUp?.afterRounds !== undefined && round >= plan.givesUp.afterRounds)
    return 'nobody has accepted';
  return plan.takes === 'call' && !isAnybodyLeft ? 'everybody has been asked' : undefined;
}
