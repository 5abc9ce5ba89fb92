import type { Invariant } from './invariant.ts';

const ALONE_MS = 240_000;

/**
 * Accepted is not the end: until there is contact, a case has the instant at which it is paged again. A caller who holds
 * with an accepted case does not hold for nobody: a human is in the room or called, or everybody is asked again.
 */
export function acceptedIsNotForgotten(): Invariant {
  const aloneSince = new Map<string, number>();
  return {
    name: 'accepted is not forgotten',
    check: ({ rows, world, nowMs, calmMs }) => {
      const tasks = new Set(rows.tasks.map((task) => task.key));
      const open = new Set(rows.pagings.filter((p) => p.status === 'open').map((p) => p.case_id));
      for (const found of rows.cases) {
        const last = rows.pagings.filter((p) => p.case_id === found.id).at(-1);
        const script = world.parts.scripts.find((s) => s.desk === last?.desk);
        if (last && !script?.plans[last.plan]?.contact) continue;
        if (found.status === 'acknowledged' && !tasks.has(`case.contact:${found.id}`)) {
          return `${found.number} is accepted, and nothing watches over the contact`;
        }
      }
      const bySid = new Map(rows.calls.map((call) => [call.carrier_id, call]));
      for (const leg of world.network.liveLegs()) {
        const call = leg.start.direction === 'inbound' ? bySid.get(leg.sid) : undefined;
        const found = rows.cases.find((c) => c.id === call?.case_id);
        const coming = rows.calls.some(
          (c) => c.person !== null && c.ended_at === null && c.person === found?.acknowledged_by,
        );
        const planned = rows.tasks.some(
          (t) =>
            found &&
            (t.key.startsWith(`case.connect:${found.id}`) ||
              (found.status === 'acknowledged' && t.key === `case.contact:${found.id}`)),
        );
        const alone =
          found && call?.place === 'hold' && !open.has(found.id) && !coming && !planned && !leg.room;
        if (!alone) aloneSince.delete(leg.sid);
        else aloneSince.set(leg.sid, aloneSince.get(leg.sid) ?? nowMs);
        const forMs = Math.min(nowMs - (aloneSince.get(leg.sid) ?? nowMs), calmMs);
        if (alone && forMs > ALONE_MS)
          return `${leg.party.name} holds for nobody: ${found.number} is ${found.status}`;
      }
      return undefined;
    },
  };
}
