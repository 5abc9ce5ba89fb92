import { OVER, TAKEN, type Invariant, type View } from './invariant.ts';

/**
 * A severity 1 or 2 case that nobody has accepted always has its next page due within its script's wait: an open
 * paging, a next round no later than the wait counted from this round's beginning, and a task for it.
 */
export const nextPageIsDue: Invariant = {
  name: 'a case that nobody accepted has its next page due within the wait',
  check: (view) => {
    const { rows } = view;
    const openOf = new Map(rows.pagings.filter((p) => p.status === 'open').map((p) => [p.case_id, p]));
    const tasks = new Set(rows.tasks.map((task) => task.key));
    for (const found of rows.cases) {
      const open = openOf.get(found.id);
      const isUrgent = found.severity === '1' || found.severity === '2';
      const isTaken = TAKEN.has(found.status) || OVER.has(found.status);
      if (isUrgent && !isTaken && !open) return `${found.number} (${found.status}) has no open paging`;
      if (!open) continue;
      const wait = waitMs(view, open);
      const ahead = (open.next_round_at ?? Infinity) - open.round_began_at;
      if (ahead > wait)
        return `${found.number}: round ${open.round + 1} is due ${ahead / 1000} s after the last, not ${wait / 1000}`;
      if (!tasks.has(`paging.round:${open.id}`)) return `${found.number}: no task for its next round`;
    }
    return undefined;
  },
};

function waitMs({ world }: View, open: { desk: string; plan: string; round: number }): number {
  const waits =
    world.parts.scripts.find((s) => s.desk === open.desk)?.plans[open.plan]?.retryAfterSeconds ?? [];
  return (waits[Math.min(open.round, waits.length) - 1] ?? 0) * 1000;
}
