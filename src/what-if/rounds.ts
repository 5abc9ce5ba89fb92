import type { PagedRole, PagingPlan } from '../ivr/index.ts';
import { contactDueAt, nextRoundAt, textsInRound, widerIn } from '../paging/index.ts';

/** One round of a plan, if nobody accepts before. */
export interface ForeseenRound {
  round: number;
  at: Date;
  page: PagedRole[];
  by: PagingPlan['by'];
}

export interface ForeseenPaging {
  plan: string;
  oneAtATime: boolean;
  rounds: ForeseenRound[];
  /** What follows when nobody accepts, of a plan that gives up. */
  givesUp?: string;
  /** What follows an acceptance after which nobody speaks with the customer. */
  contact?: { pagedAgainAfterMinutes: number; supervisorFrom: Date; dueAt: Date | null };
}

const foreseenMs = 3_600_000;

/** The rounds of a plan that begins at `at`, for the first hour, each counted from the beginning of the one before. */
export function foreseeRounds(name: string, plan: PagingPlan, at: Date): ForeseenPaging {
  const rounds: ForeseenRound[] = [];
  for (let [round, due] = [1, at]; due.getTime() - at.getTime() <= foreseenMs; round += 1) {
    if (round > lastRound(plan)) break;
    rounds.push({
      round,
      at: due,
      page: [...plan.page, ...widerIn(plan, round)],
      by: channelsIn(plan, round),
    });
    due = nextRoundAt(plan, round, due);
  }
  const { contact } = plan;
  const oneAtATime = plan.oneAtATime || plan.takes === 'call';
  const paging = { plan: name, oneAtATime, rounds, ...whenNobodyComes(plan) };
  if (contact === undefined) return paging;
  const supervisorFrom = new Date(at.getTime() + contact.supervisorAfterMinutes * 60_000);
  const pagedAgainAfterMinutes = contact.pageAgainAfterMinutes;
  return {
    ...paging,
    contact: { pagedAgainAfterMinutes, supervisorFrom, dueAt: contactDueAt(at, plan) },
  };
}

/** Of people who are asked to take a call it is not known here how many there are: their first round stands for all. */
function lastRound(plan: PagingPlan): number {
  return plan.givesUp?.afterRounds ?? (plan.takes === 'call' ? 1 : Infinity);
}

function whenNobodyComes({ givesUp, takes }: PagingPlan): { givesUp?: string } {
  if (givesUp === undefined) return {};
  const before = takes === 'call' ? 'Then the next on duty, until each has been asked once. ' : '';
  return { givesUp: `${before}When nobody accepts, the caller goes on with ${givesUp.go}.` };
}

/** A person whom nothing else is left for gets a text in a round without texts too. */
function channelsIn(plan: PagingPlan, round: number): PagingPlan['by'] {
  const channels = plan.by.filter((channel) => channel !== 'sms' || textsInRound(plan, round));
  return channels.length > 0 ? channels : plan.by;
}
