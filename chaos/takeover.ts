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
 * After the death of `engine` at `diedAtMs`: milliseconds until each task that it had claimed was done, or claimed by
 * another. Empty when it had none. What is not taken up within a minute counts as a minute.
 */
export async function takeoverTimes(pool: Pool, engine: number, diedAtMs: number): Promise<number[]> {
  const { rows } = await pool.query<{ id: string; attempt: number }>(
    'SELECT id::text, attempt FROM task WHERE owner = $1',
    [engine],
  );
  const waiting = new Map(rows.map((row) => [row.id, row.attempt]));
  const times: number[] = [];
  while (waiting.size > 0) {
    await sleep(lookEveryMs);
    const found = await pool.query<{ id: string }>(
      'SELECT id::text FROM task WHERE id = ANY($1::bigint[]) AND (owner = $2 OR owner IS NULL)',
      [[...waiting.keys()], engine],
    );
    const still = new Set(found.rows.map((row) => row.id));
    const sinceMs = Math.round(monotonicMs() - diedAtMs);
    for (const id of [...waiting.keys()]) {
      if (still.has(id) && sinceMs < longestMs) continue;
      waiting.delete(id);
      times.push(sinceMs);
    }
  }
  return times;
}
