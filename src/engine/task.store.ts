import type { Queryable } from '../database/index.ts';
import type { NewTask, Task } from './task.ts';

/** The advisory-lock class under which each engine shows that it lives. */
export const LIVENESS_LOCK = 7001;
export const WAKE_CHANNEL = 'task';

// A task put anew gets a new id: what still runs of the old one must neither end it nor put it off.
const ENQUEUE = `
  INSERT INTO task (kind, key, subject, data, priority, due_at, owner, attempt)
  SELECT kind, key, subject, coalesce(data, '{}'), coalesce(priority, 5), due_at, owner, CASE WHEN owner IS NULL THEN 0 ELSE 1 END
  FROM jsonb_to_recordset($1::jsonb)
    AS t (kind text, key text, subject text, data jsonb, priority int, due_at timestamptz, owner int)
  ON CONFLICT (key) DO UPDATE SET id = DEFAULT, kind = excluded.kind, subject = excluded.subject, data = excluded.data,
    priority = excluded.priority, due_at = excluded.due_at, owner = excluded.owner, attempt = excluded.attempt,
    last_error = NULL
  RETURNING id::text, kind, key, subject, data, priority, due_at, attempt, owner`;

interface TaskRow {
  id: string;
  kind: string;
  key: string;
  subject: string;
  data: Record<string, unknown>;
  priority: number;
  due_at: Date;
  attempt: number;
  owner: number;
}

const toTask = (row: TaskRow): Task => ({
  id: row.id,
  kind: row.kind,
  key: row.key,
  subject: row.subject,
  data: row.data,
  priority: row.priority,
  dueAt: row.due_at,
  attempt: row.attempt,
  owner: row.owner,
});

/** A task that an engine owns from birth runs as soon as its transaction has committed; `dueAt` is then the end of its lease. */
export interface ClaimableTask extends NewTask {
  owner?: number | undefined;
}

/**
 * Writes tasks in the caller's transaction and, for unowned ones due by `wakeBy`, wakes the engines when it commits.
 * A task that lies further ahead wakes nobody here: this process's engine is told when its sleep would last longer
 * (Dispatcher.expect), and the others look every second. Returns the owned ones.
 */
export async function enqueue(db: Queryable, tasks: ClaimableTask[], wakeBy?: Date): Promise<Task[]> {
  if (tasks.length === 0) return [];
  const rows = tasks.map(({ dueAt, ...rest }) => ({ ...rest, due_at: dueAt }));
  const wake = wakeBy && tasks.some((t) => t.owner === undefined && t.dueAt <= wakeBy);
  // Both are sent at once: the caller may send its COMMIT right behind them.
  const [written] = await Promise.all([
    db.query<TaskRow>({ name: 'task-enqueue', text: ENQUEUE, values: [JSON.stringify(rows)] }),
    wake && db.query(`SELECT pg_notify('${WAKE_CHANNEL}', '')`),
  ]);
  const owned = new Set(tasks.filter((t) => t.owner !== undefined).map((t) => t.key));
  return written.rows.filter((row) => owned.has(row.key)).map(toTask);
}

/** Writes those tasks whose keys are not there; one that is there and waits for longer comes due as soon as this one. */
export async function enqueueMissing(db: Queryable, tasks: NewTask[]): Promise<void> {
  if (tasks.length === 0) return;
  await db.query(
    `INSERT INTO task (kind, key, subject, data, priority, due_at)
     SELECT kind, key, subject, coalesce(data, '{}'), coalesce(priority, 5), due_at
     FROM jsonb_to_recordset($1::jsonb)
       AS t (kind text, key text, subject text, data jsonb, priority int, due_at timestamptz)
     ON CONFLICT (key) DO UPDATE SET due_at = least(task.due_at, excluded.due_at) WHERE task.owner IS NULL`,
    [JSON.stringify(tasks.map(({ dueAt, ...rest }) => ({ ...rest, due_at: dueAt })))],
  );
}

const claimBy = (order: string): string => `
  WITH due AS MATERIALIZED (
    SELECT id, due_at AS was_due FROM task WHERE due_at <= $2 AND id <> ALL($5::bigint[]) AND kind <> ALL($6::text[])
    ORDER BY ${order} LIMIT $4 FOR UPDATE SKIP LOCKED),
  taken AS (
    UPDATE task SET owner = $1, attempt = attempt + 1, due_at = $3 FROM due WHERE task.id = due.id
    RETURNING task.*, was_due)
  SELECT id::text, kind, key, subject, data, priority, due_at, attempt, owner FROM taken ORDER BY priority, was_due, taken.id`;
const CLAIM_URGENT = claimBy('priority, due_at, id');
const CLAIM_OLDEST = claimBy('due_at, id');

/** What a claim leaves alone, and what it begins with. */
export interface ClaimChoice {
  /** Ids whose run is under way here, and only their lease has lapsed. */
  running?: readonly string[];
  kindsNot?: readonly string[];
  /** What has been due longest, however urgent; else the most urgent. */
  oldestFirst?: boolean;
}

/** Takes up to `limit` due tasks until `leaseEnd`. */
export async function claim(
  db: Queryable,
  owner: number,
  now: Date,
  leaseEnd: Date,
  limit: number,
  { running = [], kindsNot = [], oldestFirst = false }: ClaimChoice = {},
): Promise<Task[]> {
  const { rows } = await db.query<TaskRow>({
    name: oldestFirst ? 'task-claim-oldest' : 'task-claim',
    text: oldestFirst ? CLAIM_OLDEST : CLAIM_URGENT,
    values: [owner, now, leaseEnd, limit, running, kindsNot],
  });
  return rows.map(toTask);
}

/** Ends a task, unless it was taken over or put anew meanwhile: (id, owner, attempt) is the fence. */
export async function complete(db: Queryable, task: Task, owner: number): Promise<void> {
  await db.query({
    name: 'task-complete',
    text: 'DELETE FROM task WHERE id = $1 AND owner = $2 AND attempt = $3',
    values: [task.id, owner, task.attempt],
  });
}

export async function postpone(
  db: Queryable,
  task: Task,
  owner: number,
  dueAt: Date,
  error: string,
): Promise<void> {
  await db.query(
    'UPDATE task SET owner = NULL, due_at = $4, last_error = $5 WHERE id = $1 AND owner = $2 AND attempt = $3',
    [task.id, owner, task.attempt, dueAt, error],
  );
}

/**
 * Lengthens the claims of what still runs. A task that is just being ended, or that somebody else holds, is passed over:
 * waiting for one would keep the ends of all the others waiting for this. Returns those that were.
 */
export async function extendLeases(
  db: Queryable,
  ids: readonly string[],
  owner: number,
  leaseEnd: Date,
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: 'task-beat',
    text: `WITH mine AS MATERIALIZED (
        SELECT id FROM task WHERE owner = $2 AND id = ANY($1::bigint[]) FOR NO KEY UPDATE SKIP LOCKED),
      done AS (UPDATE task SET due_at = $3 FROM mine WHERE task.id = mine.id)
      SELECT id::text AS id FROM task WHERE owner = $2 AND id = ANY($1::bigint[]) AND id NOT IN (SELECT id FROM mine)`,
    values: [ids, owner, leaseEnd],
  });
  return rows.map(({ id }) => id);
}

/** When the next task comes due, or came, of other kinds than `kindsNot`. */
export async function nextDueAt(db: Queryable, kindsNot: readonly string[] = []): Promise<Date | undefined> {
  const { rows } = await db.query<{ due_at: Date }>({
    name: 'task-next',
    text: 'SELECT due_at FROM task WHERE kind <> ALL($1::text[]) ORDER BY due_at LIMIT 1',
    values: [kindsNot],
  });
  return rows[0]?.due_at;
}

/** Makes tasks of a kind that wait for later due at `now`. */
export async function bringForward(db: Queryable, kind: string, now: Date): Promise<void> {
  await db.query('UPDATE task SET due_at = $2 WHERE kind = $1 AND owner IS NULL AND due_at > $2', [
    kind,
    now,
  ]);
}

/**
 * Owners of tasks, other than oneself, who no longer hold their liveness lock. Where there is no other, the locks are
 * not read: to list them stops everybody else's locking for a moment.
 */
export async function ownersWithoutLife(db: Queryable, oneself: number): Promise<number[]> {
  const { rows } = await db.query<{ owner: number }>({
    name: 'task-dead-owners',
    text: `SELECT owner FROM (SELECT DISTINCT owner FROM task WHERE owner IS NOT NULL AND owner <> $1) others
           WHERE NOT EXISTS (
             SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.classid = ${LIVENESS_LOCK}
               AND l.objid = owner::oid AND l.granted
               AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))`,
    values: [oneself],
  });
  return rows.map((row) => row.owner);
}

/** Makes the tasks of dead owners due at once; how many. */
export async function releaseTasksOf(db: Queryable, owners: number[], now: Date): Promise<number> {
  const { rowCount } = await db.query(
    'UPDATE task SET owner = NULL, due_at = $2 WHERE owner = ANY($1::int[])',
    [owners, now],
  );
  return rowCount ?? 0;
}

/** True when some engine lives, in whatever process. */
export async function anyEngineLives(db: Queryable): Promise<boolean> {
  const { rows } = await db.query(
    `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = ${LIVENESS_LOCK} AND granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) LIMIT 1`,
  );
  return rows.length > 0;
}

export interface Backlog {
  due: number;
  /** How long the task that waits longest has been due. */
  oldestSeconds: number;
}

/** What is due and not taken up. */
export async function backlog(db: Queryable, now: Date): Promise<Backlog> {
  const { rows } = await db.query<{ due: number; oldest: Date | null }>(
    'SELECT count(*)::int AS due, min(due_at) AS oldest FROM task WHERE due_at <= $1',
    [now],
  );
  const oldest = rows[0]?.oldest?.getTime() ?? now.getTime();
  return { due: rows[0]?.due ?? 0, oldestSeconds: (now.getTime() - oldest) / 1000 };
}
