import { SKEW_MS, type Invariant } from './invariant.ts';

/** A task that failed while the database was away runs again within a minute; then a look of the engine. */
const GRACE_MS = 75_000 + SKEW_MS;

/** A round that is due begins, and a task that is due, or whose lease has ended, is done: soon while all is well, soon after all is well again. */
export const roundsBegin: Invariant = {
  name: 'what is due is done',
  check: ({ rows, nowMs, world }) => {
    const lateSince = (dueMs: number): number => nowMs - Math.max(dueMs, world.healthySinceMs);
    for (const open of rows.pagings) {
      if (open.next_round_at === null) continue;
      const lateMs = lateSince(open.next_round_at);
      if (lateMs > GRACE_MS)
        return `round ${open.round + 1} of paging ${open.id} is late by ${lateMs / 1000} s`;
    }
    const late = rows.tasks.find((task) => lateSince(task.due_at) > GRACE_MS);
    return (
      late &&
      `task ${late.key} is late by ${lateSince(late.due_at) / 1000} s (${late.last_error ?? 'no error'})`
    );
  },
};
