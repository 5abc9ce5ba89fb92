import type { Invariant } from './invariant.ts';

const FOUND_WITHIN_MS = 40 * 60_000;

/** When all is well and people are awake, every paging finds somebody, and every phone call comes to an end. */
export function someoneIsFound(calmSinceMs: () => number): Invariant {
  return {
    name: 'in calm times every case finds somebody',
    check: ({ rows, nowMs, calmMs }) => {
      const since = Math.max(calmSinceMs(), nowMs - calmMs);
      for (const paging of rows.pagings) {
        if (paging.status !== 'open') continue;
        const forMs = nowMs - Math.max(paging.opened_at, since);
        if (forMs > FOUND_WITHIN_MS)
          return `paging ${paging.id} (${paging.plan}, round ${paging.round}) finds nobody`;
      }
      return undefined;
    },
  };
}
