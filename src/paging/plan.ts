import type { Channel } from '../people/index.ts';

/** So many people on duty for a role; `orRole` stands in when nobody has that duty. */
export interface RoleDemand {
  roles: string[];
  people: number;
}

/** How stubbornly, whom and by what a case pages: one entry of a desk's script. */
export interface PagingPlan {
  name: string;
  demands: RoleDemand[];
  channels: Channel[];
  /** One person a round, in order of duty, instead of everybody at once. */
  oneAtATime: boolean;
  /** Waits from the beginning of one round to the next; the last repeats for ever. */
  retryAfterSeconds: number[];
  /** How long a phone rings before we hang up, short enough to end before most voicemail boxes answer. */
  ringSeconds: number;
  /** Rounds that also text; 'every' or round numbers. */
  smsRounds: 'every' | number[];
  /** More people from a given round on. */
  wider: { fromRound: number; demands: RoleDemand[] }[];
  contact?: ContactPromise;
}

/** What is owed once somebody has accepted: contact with the customer, or the paging begins again. */
export interface ContactPromise {
  pageAgainAfterMinutes: number;
  supervisorAfterMinutes: number;
  targetMinutes: number;
}

/** Seconds from the beginning of round `round` (1 is the first) to the beginning of the next. */
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
