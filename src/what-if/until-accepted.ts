import type { Script } from '../ivr/index.ts';
import { accepterIn, foreseeAcceptance, type ForeseenAcceptance } from './accepted.ts';
import type { PlayedCall } from './call.ts';
import type { Known } from './known.ts';
import type { Question } from './question.ts';
import type { ForeseenPaging, Foresight } from './rounds.ts';

/** The pagings of a call of which somebody accepts the one that is under way, or why nobody can accept then. */
export type UntilAccepted =
  | { fault: string }
  | { pagings: ForeseenPaging[]; accepted: ForeseenAcceptance | undefined };

/** Ends the paging that is under way at the round in which somebody accepts, and tells what follows. */
export function endAtAcceptance(
  script: Script,
  { acceptsInRound, from }: Question,
  pagings: ForeseenPaging[],
  facts: { call: PlayedCall; known: Known; foresight: Foresight },
): UntilAccepted {
  if (acceptsInRound === undefined) return { pagings, accepted: undefined };
  const paging = pagings.at(-1);
  const plan = paging && script.plans[paging.plan];
  if (plan === undefined) return { fault: `${acceptsInRound}: nobody is paged in that call.` };
  if (facts.call.isGivenUp)
    return { fault: `${acceptsInRound}: by then everybody has been asked in vain: leave out nobody.` };
  const round = paging.rounds[acceptsInRound - 1];
  if (round === undefined) return { fault: `${acceptsInRound}: ${whyNoSuchRound(paging)}.` };
  if (round.asked !== undefined && accepterIn(round) === undefined)
    return { fault: `${acceptsInRound}: nobody can be reached in that round.` };
  const { plan: name, takes, oneAtATime, contact } = paging;
  const rounds = paging.rounds.slice(0, acceptsInRound);
  const ended = { plan: name, takes, oneAtATime, rounds, ...(contact && { contact }) };
  const accepted = foreseeAcceptance({ script, plan, paging: ended, from, ...facts }, round);
  return { pagings: [...pagings.slice(0, -1), ended], accepted };
}

function whyNoSuchRound({ rounds, givenUp }: ForeseenPaging): string {
  if (givenUp !== undefined) return `the paging ends after round ${rounds.length}: ${givenUp.why}`;
  return `write a round of the first hour, 1 to ${rounds.length}`;
}
