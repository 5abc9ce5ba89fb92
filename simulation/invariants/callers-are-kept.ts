import { SKEW_MS, type Invariant } from './invariant.ts';

const LEARNT_WITHIN_MS = 300_000;

/**
 * No caller is hung up on by us without a case, none ends without one for long, and every case number that a caller
 * was told is the number of a case.
 */
export function callersAreKept(): Invariant {
  const done = new Set<string>();
  return {
    name: 'no caller ends without a human or a case',
    check: ({ rows, world, nowMs, calmMs }) => {
      const numbers = new Set(rows.cases.map((found) => found.number));
      for (const { leg, text } of world.spoken.splice(0)) {
        const [, prefix, serial] = /\b((?:[A-Z] )+[A-Z]), ((?:\d ?)+)/.exec(text) ?? [];
        const told = `${prefix}-${serial}`.replaceAll(' ', '');
        if (serial !== undefined && !numbers.has(told))
          return `${leg.party.name} is told of case ${told}, which does not exist`;
      }
      const bySid = new Map(rows.calls.map((call) => [call.carrier_id, call]));
      for (const leg of world.network.legs) {
        if (leg.start.direction !== 'inbound' || !leg.isOver || !leg.wasServed || done.has(leg.sid)) continue;
        const call = bySid.get(leg.sid);
        if (call && call.case_id !== null) {
          done.add(leg.sid);
          continue;
        }
        if (leg.endedBy === 'document') return `${leg.party.name} was hung up on without a case`;
        const forMs = Math.min(nowMs - (leg.endedAtMs ?? nowMs), calmMs);
        // Whoever has heard as much as an apology was kept in the journal, and is in the books when all is well again.
        if (forMs > LEARNT_WITHIN_MS + SKEW_MS) return `${leg.party.name} hung up and has no case`;
      }
      return undefined;
    },
  };
}
