import type { Invariant } from './invariant.ts';

const RINGS_ON_MS = 8_000;

/** A paging that has ended leaves no page open, and no phone ringing for it but the one of whoever took the case. */
export function pagingEndsWhole(): Invariant {
  const ringsSince = new Map<string, number>();
  return {
    name: 'everybody else is stood down',
    check: ({ rows, world, nowMs, healthyMs }) => {
      const pagings = new Map(rows.pagings.map((p) => [p.id, p]));
      const isOver = (pagingId: string): boolean => pagings.get(pagingId)?.status !== 'open';
      const left = rows.pages.find((page) => page.settled_at === null && isOver(page.paging_id));
      if (left)
        return `a page of ${left.person} (${left.channel}, ${left.status}) stays open after the paging has ended`;
      for (const leg of world.network.liveLegs()) {
        const pages = rows.pages.filter((page) => page.call_id === leg.start.rowId);
        const theirs = pages.some((p) => pagings.get(p.paging_id)?.acknowledged_by === p.person);
        const needless =
          leg.status === 'ringing' && pages.length > 0 && pages.every((p) => isOver(p.paging_id)) && !theirs;
        if (!needless) ringsSince.delete(leg.sid);
        else ringsSince.set(leg.sid, ringsSince.get(leg.sid) ?? nowMs);
        const forMs = nowMs - (ringsSince.get(leg.sid) ?? nowMs);
        const calm = nowMs - world.carrierCalmSinceMs;
        if (Math.min(forMs, healthyMs, calm) > RINGS_ON_MS)
          return `${leg.party.name}'s phone rings on ${forMs / 1000} s after the case was taken`;
      }
      return undefined;
    },
  };
}
