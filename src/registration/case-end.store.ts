import type { CallPurpose } from '../calls/index.ts';
import type { Queryable } from '../database/index.ts';

/** The calls of a case, in the order in which they are locked. */
export async function callsOf(tx: Queryable, caseId: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>('SELECT id FROM call WHERE case_id = $1 ORDER BY id', [
    caseId,
  ]);
  return rows.map(({ id }) => id);
}

/** A call that was moved from one case to another. */
export interface MovedCall {
  id: string;
  purpose: CallPurpose;
  toNumber: string;
}

/**
 * Puts the calls of one case that are over, its texts and its callers' messages on another. Our own calls that still go on
 * stay, for what is said in them is of the case that they were placed for.
 */
export async function moveToCase(tx: Queryable, from: string, to: string): Promise<MovedCall[]> {
  const { rows } = await tx.query<MovedCall>(
    `UPDATE call SET case_id = $2 WHERE case_id = $1 AND ended_at IS NOT NULL
     RETURNING id, purpose, to_number AS "toNumber"`,
    [from, to],
  );
  for (const table of ['text_message', 'recording']) {
    await tx.query(`UPDATE ${table} SET case_id = $2 WHERE case_id = $1`, [from, to]);
  }
  return rows;
}

/** The cases that were joined to this one. */
export async function joinedBefore(tx: Queryable, caseId: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>('SELECT id FROM support_case WHERE joined_to = $1', [
    caseId,
  ]);
  return rows.map(({ id }) => id);
}

/** The newest call by which a customer has called about a case. */
export async function lastCallOf(
  tx: Queryable,
  caseId: string,
): Promise<{ id: string; desk: string; toNumber: string } | undefined> {
  const { rows } = await tx.query<{ id: string; desk: string; toNumber: string }>(
    `SELECT id, desk, to_number AS "toNumber" FROM call WHERE case_id = $1 AND purpose = 'support'
     ORDER BY created_at DESC LIMIT 1`,
    [caseId],
  );
  return rows[0];
}

/** Closes a case whose call is another's matter; nothing is due of it any more, and its number leads to the other. */
export async function closeAsJoined(
  tx: Queryable,
  caseId: string,
  to: { id: string; reason: string },
  now: Date,
): Promise<void> {
  await tx.query(
    `UPDATE support_case SET status = 'closed', closed_at = $3, closing_reason = $2, joined_to = $4 WHERE id = $1`,
    [caseId, to.reason, now, to.id],
  );
  // What was joined to it before: one step leads from any number to the case.
  await tx.query('UPDATE support_case SET joined_to = $2 WHERE joined_to = $1', [caseId, to.id]);
  await tx.query('DELETE FROM task WHERE key = $1', [`case.contact:${caseId}`]);
}

/** The customer has been texted both numbers of a case. */
export async function noteNumbersTexted(tx: Queryable, caseIds: readonly string[], now: Date): Promise<void> {
  await tx.query(
    'UPDATE support_case SET number_texted_at = coalesce(number_texted_at, $2) WHERE id = ANY($1::uuid[])',
    [caseIds, now],
  );
}

/** Whether a call of a case still goes on, ours or theirs. */
export async function hasLiveCalls(tx: Queryable, caseId: string): Promise<boolean> {
  const { rowCount } = await tx.query('SELECT 1 FROM call WHERE case_id = $1 AND ended_at IS NULL', [caseId]);
  return (rowCount ?? 0) > 0;
}

/** Whether somebody is being called about a case. */
export async function isPaged(tx: Queryable, caseId: string): Promise<boolean> {
  const { rowCount } = await tx.query(`SELECT 1 FROM paging WHERE case_id = $1 AND status = 'open'`, [
    caseId,
  ]);
  return (rowCount ?? 0) > 0;
}

/** Whether a time runs within which whoever has accepted a case is to reach its customer; it may be left from before they did. */
export async function isContactDue(tx: Queryable, caseId: string): Promise<boolean> {
  const { rowCount } = await tx.query('SELECT 1 FROM task WHERE key = $1', [`case.contact:${caseId}`]);
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
