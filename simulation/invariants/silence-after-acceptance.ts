import type { Invariant } from './invariant.ts';

/** What was handed over in the moment of the acceptance may still go out. */
const HANDED_OVER_MS = 2_000;
/** A process that thaws goes on with what it had in its hands. */
const THAWED_MS = 2_000;

/**
 * After an acceptance nobody is called or texted for the case any more, except by what was on its way. A process that was
 * frozen in the moment of the acceptance may have had the order in its hand all the time; one that was killed had not, and
 * whoever takes its tasks over looks again.
 */
export function silenceAfterAcceptance(): Invariant {
  const endedMs = new Map<string, number>();
  const seen = { legs: 0, texts: 0 };
  return {
    name: 'no new page after acceptance',
    check: ({ rows, world, nowMs }) => {
      for (const { id, status } of rows.pagings) {
        if (status !== 'open' && !endedMs.has(id)) endedMs.set(id, nowMs);
      }
      const legs = world.network.legs.slice(seen.legs);
      const texts = world.network.texts.slice(seen.texts);
      seen.legs += legs.length;
      seen.texts += texts.length;
      const orders = [
        ...legs.map((leg) => ({
          rowId: leg.start.rowId,
          atMs: leg.startedAtMs,
          to: leg.phone,
          by: leg.start.by,
        })),
        ...texts.map((text) => ({ rowId: text.rowId, atMs: text.atMs, to: text.to, by: text.by })),
      ];
      for (const { rowId, atMs, to, by } of orders) {
        if (rowId === undefined) continue;
        const beside = rows.texts.find(({ id }) => id === rowId)?.beside_page;
        const pages = rows.pages.filter((p) => p.call_id === rowId || p.text_id === rowId || p.id === beside);
        const ended = pages.map((page) => endedMs.get(page.paging_id) ?? Infinity);
        if (pages.length === 0 || ended.some((ms) => ms + HANDED_OVER_MS >= atMs)) continue;
        const endedAtMs = Math.max(...ended);
        const thawedAtMs = by?.frozenUntilMs ?? 0;
        if (thawedAtMs > endedAtMs && atMs <= thawedAtMs + THAWED_MS) continue;
        return `${to} is paged ${(atMs - endedAtMs) / 1000} s after the case was taken`;
      }
      return undefined;
    },
  };
}
