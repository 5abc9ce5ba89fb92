import { isOpen, type CoverageHours } from '../coverage/index.ts';
import type { PagedRole, PagingPlan } from '../ivr/index.ts';
import {
  contactDueAt,
  isNeverGivenUp,
  pagesNow,
  textsInRound,
  unansweredRoundEndsAt,
  whomToPage,
  whomToRing,
  whyToGiveUp,
  widerIn,
  type RoundTargets,
  type WhyGivenUp,
} from '../paging/index.ts';
import { rosterAt, type RosterSource } from '../people/index.ts';
import { askedInRound, type AskedInRound } from './asked.ts';

/** One round of a plan, if nobody accepts before. */
export interface ForeseenRound {
  round: number;
  at: Date;
  page: PagedRole[];
  by: PagingPlan['by'];
  /** Undefined where it is not known who is on duty. */
  asked: AskedInRound | undefined;
}

export interface ForeseenPaging {
  plan: string;
  /** `call`: who accepts takes the caller's call, and not the case. */
  takes: PagingPlan['takes'];
  oneAtATime: boolean;
  rounds: ForeseenRound[];
  /** What follows when nobody accepts, of a plan that gives up; and the node that the caller goes on with. */
  givesUp?: string;
  goesOnWith?: string;
  /** When it does, and why; absent where that is not known, or not within the hour. */
  givenUp?: { at: Date; why: WhyGivenUp };
  /** What follows an acceptance after which nobody speaks with the customer. */
  contact?: { pagedAgainAfterMinutes: number; supervisorFrom: Date; dueAt: Date | null };
}

/** What rounds depend on besides their plan. */
export interface Foresight {
  at: Date;
  hours: CoverageHours;
  /** Of the case that is paged for. */
  severity: string | null;
  /** Undefined: it is not known who is on duty. */
  source: RosterSource | undefined;
  /** The paging begins again because whoever accepted has not made contact with the customer of a case opened at `openedAt`. */
  again?: { accepter: string; openedAt: Date } | undefined;
  /** Rounds later than this are not foreseen; without it those of the first hour. */
  until?: Date;
}

/** So far ahead rounds are foreseen. */
export const foreseenMs = 3_600_000;

/** And so many: with a wait of a second there are thousands in an hour. */
const mostRounds = 400;

const nobodyElse = { busy: new Map<string, number>() };

/**
 * The rounds of a plan that begins at `at`, for the first hour, each counted from the beginning of the one before. Whom a round
 * asks is decided as in a real paging, by who is on duty when it begins. It is taken that nobody accepts, and that no phone has
 * another call.
 */
export function foreseeRounds(name: string, plan: PagingPlan, foresight: Foresight) {
  const { at, hours, severity, source, again } = foresight;
  const until = foresight.until ?? new Date(at.getTime() + foreseenMs);
  const rounds: ForeseenRound[] = [];
  const asked = new Set<string>();
  let givenUp: ForeseenPaging['givenUp'];
  for (let [round, due] = [1, at]; due <= until && round <= mostRounds; round += 1) {
    const found = source && targetsOf(plan, source, { round, at: due, asked, severity, again });
    if (round > 1) {
      const mayPage = pagesNow(plan, isOpen(hours, due));
      const isAnybodyLeft = found !== undefined && found.targets.length > 0;
      const why = whyToGiveUp(plan, { severity, round: round - 1, mayPage, isAnybodyLeft });
      if (why !== undefined) {
        // Of people who take calls it is known only with their names how many there are: their first round stands for all.
        if (source || plan.takes === 'case') givenUp = { at: due, why };
        break;
      }
    }
    rounds.push({
      round,
      at: due,
      page: [...plan.page, ...widerIn(plan, round)],
      by: channelsIn(plan, round),
      asked: found && source && askedInRound(plan, found, source, { round, at: due }),
    });
    for (const { person } of found?.targets ?? []) asked.add(person.key);
    // A caller does not wait for nobody.
    const isOver = plan.takes === 'call' && found?.targets.length === 0 && !isNeverGivenUp(severity);
    due = isOver ? due : unansweredRoundEndsAt(plan, round, due);
  }
  const oneAtATime = plan.oneAtATime || plan.takes === 'call';
  const paging = { plan: name, takes: plan.takes, oneAtATime, rounds, ...whenNobodyComes(plan) };
  return { ...paging, ...(givenUp && { givenUp }), ...contactOf(plan, at) } satisfies ForeseenPaging;
}

function targetsOf(
  plan: PagingPlan,
  source: RosterSource,
  {
    round,
    at,
    again,
    ...already
  }: Pick<Foresight, 'again'> & {
    round: number;
    at: Date;
    asked: ReadonlySet<string>;
    severity: string | null;
  },
): RoundTargets {
  const roster = rosterAt(source, at, again?.accepter);
  if (plan.takes === 'call') return whomToRing(plan, roster, { ...already, ...nobodyElse });
  const supervisorMinutes = plan.contact?.supervisorAfterMinutes;
  const supervisorToo =
    again !== undefined &&
    supervisorMinutes !== undefined &&
    at.getTime() >= again.openedAt.getTime() + supervisorMinutes * 60_000;
  const isFirst = again !== undefined && round === 1;
  return whomToPage(plan, roster, {
    round,
    supervisorToo,
    ...(isFirst && { accepter: again.accepter }),
  });
}

function contactOf({ contact, ...plan }: PagingPlan, at: Date): Pick<ForeseenPaging, 'contact'> {
  if (contact === undefined) return {};
  const supervisorFrom = new Date(at.getTime() + contact.supervisorAfterMinutes * 60_000);
  const pagedAgainAfterMinutes = contact.pageAgainAfterMinutes;
  const dueAt = contactDueAt(at, { ...plan, contact });
  return { contact: { pagedAgainAfterMinutes, supervisorFrom, dueAt } };
}

function whenNobodyComes({ givesUp, takes }: PagingPlan): Pick<ForeseenPaging, 'givesUp' | 'goesOnWith'> {
  if (givesUp === undefined) return {};
  const before = takes === 'call' ? 'Then the next on duty, until each has been asked once. ' : '';
  const words = `${before}When nobody accepts, the caller goes on with ${givesUp.go}.`;
  return { givesUp: words, goesOnWith: givesUp.go };
}

/** A person whom nothing else is left for gets a text in a round without texts too. */
function channelsIn(plan: PagingPlan, round: number): PagingPlan['by'] {
  const channels = plan.by.filter((channel) => channel !== 'sms' || textsInRound(plan, round));
  return channels.length > 0 ? channels : plan.by;
}
