import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { monotonicMs } from '../bench/statistics.ts';

/** The engine of a node, found by the session in which it shows that it lives. */
export async function engineOf(pool: Pool, node: string): Promise<number | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT l.objid::text AS id FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE l.locktype = 'advisory' AND l.classid = 7001 AND a.application_name = $1`,
    [node],
  );
  return rows[0] && Number(rows[0].id);
}

const lookEveryMs = 20;
const longestMs = 60_000;

/**
 * After the death of `engine` at `diedAtMs`: milliseconds until the last of the tasks that it had claimed was done, or
 * claimed by another; undefined when it had none. What is not taken up within a minute counts as a minute.
 */
export async function takeoverTime(
  pool: Pool,
  engine: number,
  diedAtMs: number,
): Promise<number | undefined> {
  const { rows } = await pool.query<{ id: string; attempt: number }>(
    'SELECT id::text, attempt FROM task WHERE owner = $1',
    [engine],
  );
  if (rows.length === 0) return undefined;
  let waiting = rows;
  for (;;) {
    await sleep(lookEveryMs);
    // Every claim counts as an attempt: what was claimed and put off again between two looks is seen too.
    const found = await pool.query<{ id: string; attempt: number }>(
      `SELECT t.id::text, t.attempt FROM task t
       JOIN unnest($1::bigint[], $2::int[]) AS w (id, attempt) ON w.id = t.id AND w.attempt = t.attempt
       WHERE t.owner = $3 OR t.owner IS NULL`,
      [waiting.map(({ id }) => id), waiting.map(({ attempt }) => attempt), engine],
    );
    const sinceMs = Math.round(monotonicMs() - diedAtMs);
    waiting = found.rows;
    if (waiting.length === 0 || sinceMs >= longestMs) return sinceMs;
  }
}
