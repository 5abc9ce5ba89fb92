import { SKEW_MS, type Invariant } from './invariant.ts';

/** Three tries of 8 s each, their waits, and the lease of a process that died. */
const SENDING_MS = 180_000 + SKEW_MS;
/** A leg of which nothing was heard is asked for every half minute. */
const LIVE_MS = 360_000 + SKEW_MS;

/** Nothing stays `sending` for ever, and no leg is live in the books long after it has ended at the carrier. */
export const nothingHangs: Invariant = {
  name: 'nothing stays on its way for ever',
  check: ({ rows, world, nowMs, calmMs }) => {
    const sinceMs = (ms: number): number => Math.min(nowMs - ms, calmMs);
    const underWay = (status: string): boolean => status === 'sending' || status === 'due';
    const call = rows.calls.find(
      (c) => c.ended_at === null && underWay(c.status) && sinceMs(c.created_at) > SENDING_MS,
    );
    if (call) return `call ${call.id} to ${call.to_number} stays ${call.status}`;
    const text = rows.texts.find(
      (t) => (underWay(t.status) || t.status === 'lost') && sinceMs(t.created_at) > SENDING_MS,
    );
    if (text) return `text ${text.id} (${text.purpose}) stays ${text.status}`;
    const page = rows.pages.find(
      (p) => p.status === 'sending' && p.settled_at === null && sinceMs(p.created_at) > SENDING_MS,
    );
    if (page) return `page ${page.id} of ${page.person} (${page.channel}) stays sending`;
    const live = new Set(world.network.liveLegs().flatMap((leg) => [leg.sid, leg.start.rowId]));
    const overMs = new Map(
      world.network.legs.flatMap((leg) => [
        [leg.sid, leg.endedAtMs],
        [leg.start.rowId, leg.endedAtMs],
      ]),
    );
    const ghost = rows.calls.find((c) => {
      if (c.ended_at !== null || live.has(c.id) || live.has(c.carrier_id ?? '')) return false;
      return sinceMs(overMs.get(c.carrier_id ?? c.id) ?? c.created_at) > LIVE_MS;
    });
    return (
      ghost && `call ${ghost.id} (${ghost.purpose}, ${ghost.status}) is live in the books and at no phone`
    );
  },
};
