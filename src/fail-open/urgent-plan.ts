import type { PagingPlan, Script } from '../ivr/index.ts';
import type { Roster } from '../people/index.ts';

/**
 * The plan that a caller gets who cannot say how severe it is: that of the most severe case which pages at once. A desk
 * that pages nobody by its script has everybody on duty rung together.
 */
export function urgentPlan(script: Script, roster: Roster): PagingPlan {
  const named = Object.values(script.nodes)
    .flatMap(({ openCase }) => (openCase?.page === undefined ? [] : [openCase]))
    .sort((a, b) => Number(a.severity ?? 9) - Number(b.severity ?? 9))
    .map(({ page }) => script.plans[page!]);
  return named[0] ?? Object.values(script.plans)[0] ?? everybody(roster);
}

function everybody(roster: Roster): PagingPlan {
  return {
    page: Object.entries(roster.duty).map(([role, people]) => ({
      role: role as PagingPlan['page'][number]['role'],
      people: people.length,
      or: undefined,
    })),
    by: ['voice'],
    retryAfterSeconds: [60],
    oneAtATime: false,
    ringSeconds: 25,
    smsRounds: 'every',
    wider: [],
    contact: undefined,
    takes: 'case',
    when: 'always',
    givesUp: undefined,
    transfer: [],
  };
}
