import type { Script } from '../ivr/index.ts';
import { accepterIn, foreseeAcceptance, type ForeseenAcceptance } from './accepted.ts';
import type { PlayedCall } from './call.ts';
import type { Known } from './known.ts';
import type { Question, QuestionFault } from './question.ts';
import type { ForeseenPaging, Foresight } from './rounds.ts';

/** The pagings of a call of which somebody accepts the one that is under way, or why nobody can accept then. */
export type UntilAccepted =
  | { fault: QuestionFault }
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
  const asked = { part: 'accepts', written: String(acceptsInRound) } as const;
  if (paging === undefined || plan === undefined) return { fault: { ...asked, kind: 'nobody-paged' } };
  if (facts.call.isGivenUp) return { fault: { ...asked, kind: 'in-vain' } };
  const round = paging.rounds[acceptsInRound - 1];
  if (round === undefined) return { fault: { ...asked, ...whyNoSuchRound(paging) } };
  if (round.asked !== undefined && accepterIn(round) === undefined)
    return { fault: { ...asked, kind: 'nobody-reached' } };
  const { plan: name, takes, oneAtATime, contact } = paging;
  const rounds = paging.rounds.slice(0, acceptsInRound);
  const ended = { plan: name, takes, oneAtATime, rounds, ...(contact && { contact }) };
  const accepted = foreseeAcceptance({ script, plan, paging: ended, from, ...facts }, round);
  return { pagings: [...pagings.slice(0, -1), ended], accepted };
}

function whyNoSuchRound({ rounds: { length: last }, givenUp }: ForeseenPaging) {
  return givenUp === undefined
    ? { kind: 'no-such-round' as const, last }
    : { kind: 'paging-ends' as const, last, why: givenUp.why };
}
