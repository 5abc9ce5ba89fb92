import type { Queryable } from '../database/index.ts';

/** The test page that a call carries; false when it carries none. */
export async function isDrillCall(db: Queryable, callId: string): Promise<boolean> {
  const { rows } = await db.query('SELECT FROM drill_page WHERE call_id = $1', [callId]);
  return rows.length > 0;
}

/** Somebody has pressed the key in a test call. */
export async function noteReachedByKey(db: Queryable, callId: string, at: Date): Promise<void> {
  await db.query(
    `UPDATE drill_page SET reached_at = $2, reached_by = 'key' WHERE call_id = $1 AND reached_at IS NULL`,
    [callId, at],
  );
}

/** For so long an answer is taken for one to the test: who answers late is reached all the same. */
const ANSWERED_WITHIN_MS = 24 * 3_600_000;

/**
 * Somebody has answered a test page by text: with its code, or, `code` undefined, from its number with a word that means
 * yes. `known`: it had been answered before.
 */
export async function noteReachedByText(
  db: Queryable,
  { person, from, code }: { person: string; from: string; code: string | undefined },
  at: Date,
): Promise<'reached' | 'known' | undefined> {
  const { rows } = await db.query<{ wasKnown: boolean }>(
    `WITH asked AS MATERIALIZED (
       SELECT id, reached_at FROM drill_page
       WHERE person = $1 AND channel = 'sms' AND tried_at > $5 AND (code = $3 OR $3 IS NULL AND address = $2)
       ORDER BY tried_at DESC LIMIT 1 FOR UPDATE)
     UPDATE drill_page p SET reached_at = coalesce(p.reached_at, $4), reached_by = coalesce(p.reached_by, $6)
     FROM asked WHERE p.id = asked.id RETURNING asked.reached_at IS NOT NULL AS "wasKnown"`,
    [
      person,
      from,
      code ?? null,
      at,
      new Date(at.getTime() - ANSWERED_WITHIN_MS),
      code === undefined ? 'ok' : 'code',
    ],
  );
  const [row] = rows;
  return row && (row.wasKnown ? 'known' : 'reached');
}
