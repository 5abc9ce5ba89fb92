import { isForCalls, SKEW_MS, type Invariant } from './invariant.ts';

/** Where music plays the caller is back within twenty seconds; a task that moves them may have to run again. */
const MOVED_ON_MS = 75_000 + SKEW_MS;

/** When every operator was asked in vain, whoever holds goes on with what the script has for them. */
export function nobodyHoldsInVain(): Invariant {
  const since = new Map<string, number>();
  return {
    name: 'nobody holds in vain',
    check: ({ rows, world, nowMs, healthyMs }) => {
      const bySid = new Map(rows.calls.map((call) => [call.carrier_id, call]));
      for (const leg of world.network.liveLegs()) {
        const call = leg.start.direction === 'inbound' ? bySid.get(leg.sid) : undefined;
        const last = rows.pagings.filter((paging) => paging.case_id === call?.case_id).at(-1);
        const isInVain =
          call?.place === 'hold' && last?.status === 'given-up' && isForCalls(world, last) && !leg.room;
        if (!isInVain) since.delete(leg.sid);
        else since.set(leg.sid, since.get(leg.sid) ?? nowMs);
        const forMs = Math.min(nowMs - (since.get(leg.sid) ?? nowMs), healthyMs);
        if (forMs > MOVED_ON_MS) return `${leg.party.name} holds, and no operator is asked any more`;
      }
      return undefined;
    },
  };
}
