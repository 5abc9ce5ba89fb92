import type { Invariant } from './invariant.ts';

/** What was handed over in the moment of the acceptance may still go out. */
const HANDED_OVER_MS = 2_000;
const AFTER_TROUBLE_MS = 60_000;

/** After an acceptance nobody is called or texted for the case any more, except by what was on its way. */
export function silenceAfterAcceptance(): Invariant {
  const endedMs = new Map<string, number>();
  const seen = { legs: 0, texts: 0 };
  return {
    name: 'no new page after acceptance',
    check: ({ rows, world, nowMs, healthyMs }) => {
      for (const { id, status } of rows.pagings) {
        if (status !== 'open' && !endedMs.has(id)) endedMs.set(id, nowMs);
      }
      const legs = world.carrier.legs.slice(seen.legs);
      const texts = world.carrier.texts.slice(seen.texts);
      seen.legs += legs.length;
      seen.texts += texts.length;
      // A frozen process may have had the order in its hand all the time.
      if (healthyMs < AFTER_TROUBLE_MS) return undefined;
      const orders = [
        ...legs.map((leg) => ({ rowId: leg.start.rowId, atMs: leg.startedAtMs, to: leg.phone })),
        ...texts.map((text) => ({ rowId: text.rowId, atMs: text.atMs, to: text.to })),
      ];
      for (const { rowId, atMs, to } of orders) {
        const pages = rows.pages.filter(
          (p) => rowId !== undefined && (p.call_id === rowId || p.text_id === rowId),
        );
        const ended = pages.map((page) => endedMs.get(page.paging_id) ?? Infinity);
        if (pages.length === 0 || ended.some((ms) => ms + HANDED_OVER_MS >= atMs)) continue;
        return `${to} is paged ${(atMs - Math.max(...ended)) / 1000} s after the case was taken`;
      }
      return undefined;
    },
  };
}
