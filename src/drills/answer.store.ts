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

/** For so long a code is taken for one to the test: who answers late is reached all the same. */
const ANSWERED_WITHIN_MS = 24 * 3_600_000;

/** Of an answer that names no code: to the newest text that has gone out, while its drill is open and nothing else was sent since. */
const BY_WORD = `p.address = $2 AND EXISTS (SELECT FROM drill d WHERE d.id = p.drill_id AND d.ended_at IS NULL)
  AND EXISTS (SELECT FROM text_message t WHERE t.id = p.text_id AND t.status IN ('queued', 'sent', 'delivered'))
  AND NOT EXISTS (SELECT FROM page g WHERE g.person = p.person AND g.created_at > p.tried_at)`;

/**
 * Somebody has answered a test page by text: with its code, or, `code` undefined, from its number with a word that means
 * yes. False when that answers none, or one that had been answered before.
 */
export async function noteReachedByText(
  db: Queryable,
  { person, from, code }: { person: string; from: string; code: string | undefined },
  at: Date,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `WITH asked AS MATERIALIZED (
       SELECT p.id FROM drill_page p
       WHERE p.person = $1 AND p.channel = 'sms' AND p.tried_at > $5 AND (p.code = $3 OR $3 IS NULL AND ${BY_WORD})
       ORDER BY p.tried_at DESC LIMIT 1 FOR UPDATE)
     UPDATE drill_page p SET reached_at = $4, reached_by = $6 FROM asked WHERE p.id = asked.id AND p.reached_at IS NULL`,
    [
      person,
      from,
      code ?? null,
      at,
      new Date(at.getTime() - ANSWERED_WITHIN_MS),
      code === undefined ? 'ok' : 'code',
    ],
  );
  return (rowCount ?? 0) > 0;
}
