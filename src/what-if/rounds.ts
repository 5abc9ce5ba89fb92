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
  /** What follows an acceptance after which nobody speaks with the customer. */
  contact?: { pagedAgainAfterMinutes: number; supervisorFrom: Date; dueAt: Date | null };
}

const foreseenMs = 3_600_000;

/** The rounds of a plan that begins at `at`, for the first hour, each counted from the beginning of the one before. */
export function foreseeRounds(name: string, plan: PagingPlan, at: Date): ForeseenPaging {
  const rounds: ForeseenRound[] = [];
  for (let [round, due] = [1, at]; due.getTime() - at.getTime() <= foreseenMs; round += 1) {
    rounds.push({
      round,
      at: due,
      page: [...plan.page, ...widerIn(plan, round)],
      by: channelsIn(plan, round),
    });
    due = nextRoundAt(plan, round, due);
  }
  const { contact, oneAtATime } = plan;
  if (contact === undefined) return { plan: name, oneAtATime, rounds };
  const supervisorFrom = new Date(at.getTime() + contact.supervisorAfterMinutes * 60_000);
  const pagedAgainAfterMinutes = contact.pageAgainAfterMinutes;
  return {
    plan: name,
    oneAtATime,
    rounds,
    contact: { pagedAgainAfterMinutes, supervisorFrom, dueAt: contactDueAt(at, plan) },
  };
}

/** A person whom nothing else is left for gets a text in a round without texts too. */
function channelsIn(plan: PagingPlan, round: number): PagingPlan['by'] {
  const channels = plan.by.filter((channel) => channel !== 'sms' || textsInRound(plan, round));
  return channels.length > 0 ? channels : plan.by;
}
