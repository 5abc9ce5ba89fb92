import type { Invariant } from './invariant.ts';

const FAULTS_LAST_MS = 30_000;
const APOLOGY = /we have a fault on our side|vi har ett fel hos oss/;

/** Nobody hears of a fault of ours while processes and database are well: such a fault would never end. */
export const noLastingFault: Invariant = {
  name: 'nobody hears of a fault when there is none',
  check: ({ world, healthyMs, nowMs }) => {
    const heard = world.spoken.find(({ text }) => APOLOGY.test(text));
    if (!heard || healthyMs < FAULTS_LAST_MS) return undefined;
    const forMs = nowMs - heard.leg.startedAtMs;
    return `${heard.leg.party.name} hears of a fault ${forMs / 1000} s into the call`;
  },
};
