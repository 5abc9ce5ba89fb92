import type { Queryable } from '../database/index.ts';

/** The calls of a case, in the order in which they are locked. */
export async function callsOf(tx: Queryable, caseId: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>('SELECT id FROM call WHERE case_id = $1 ORDER BY id', [
    caseId,
  ]);
  return rows.map(({ id }) => id);
}

/** Puts calls, texts and callers' messages of one case on another. */
export async function moveToCase(tx: Queryable, from: string, to: string): Promise<void> {
  for (const table of ['call', 'text_message', 'recording']) {
    await tx.query(`UPDATE ${table} SET case_id = $2 WHERE case_id = $1`, [from, to]);
  }
}

/** Closes a case whose call is another's matter; nothing is due of it any more. */
export async function closeAsJoined(tx: Queryable, caseId: string, reason: string, now: Date): Promise<void> {
  await tx.query(
    `UPDATE support_case SET status = 'closed', closed_at = $3, closing_reason = $2 WHERE id = $1`,
    [caseId, reason, now],
  );
  await tx.query('DELETE FROM task WHERE key = $1', [`case.contact:${caseId}`]);
}

/** Whether somebody is being called about a case. */
export async function isPaged(tx: Queryable, caseId: string): Promise<boolean> {
  const { rowCount } = await tx.query(`SELECT 1 FROM paging WHERE case_id = $1 AND status = 'open'`, [
    caseId,
  ]);
  return (rowCount ?? 0) > 0;
}

/** Whether anybody has called about a case. */
export async function hasCalls(tx: Queryable, caseId: string): Promise<boolean> {
  return (await callsOf(tx, caseId)).length > 0;
}

/** Cancels a case that nobody called about, and that nothing came of. */
export async function cancelCase(tx: Queryable, caseId: string, now: Date): Promise<void> {
  await tx.query(`UPDATE support_case SET status = 'cancelled', closed_at = $2 WHERE id = $1`, [caseId, now]);
}
