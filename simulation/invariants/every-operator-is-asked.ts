import { operatorsOf } from '../operator-desk.ts';
import { isForCalls, SKEW_MS, type Invariant } from './invariant.ts';

/** A call whose end was told late, or never, is live in the books until it is looked at. */
const END_LEARNT_MS = 180_000 + SKEW_MS;

/** Before a caller is told that no operator can answer, every operator who was not on the phone has been rung. */
export function everyOperatorIsAsked(): Invariant {
  const looked = new Set<string>();
  return {
    name: 'every operator is asked',
    check: ({ rows, world, nowMs }) => {
      for (const paging of rows.pagings) {
        if (paging.status !== 'given-up' || !isForCalls(world, paging) || looked.has(paging.id)) continue;
        looked.add(paging.id);
        const asked = new Set(
          rows.pages.filter((p) => p.paging_id === paging.id).map(({ person }) => person),
        );
        for (const { key, number } of operatorsOf(world)) {
          const isBusy = world.network.legs.some(
            (leg) => leg.phone === number && (leg.endedAtMs ?? nowMs) + END_LEARNT_MS >= paging.opened_at,
          );
          if (!asked.has(key) && !isBusy)
            return `paging ${paging.id} was given up after round ${paging.round}, and ${key} was never rung`;
        }
      }
      return undefined;
    },
  };
}
