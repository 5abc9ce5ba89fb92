import type { Queryable } from '../database/index.ts';

/** A closed case is open again, as far as it had come: what is known of its contact stays, its build and closing do not. */
export async function reopenCase(db: Queryable, caseId: string): Promise<void> {
  await db.query(
    `UPDATE support_case SET closed_at = NULL, resolved_at = NULL, closing_reason = NULL, joined_to = NULL, build_number = NULL,
       status = CASE WHEN acknowledged_at IS NULL THEN 'open' WHEN contacted_at IS NULL THEN 'acknowledged' ELSE 'in-contact' END
     WHERE id = $1`,
    [caseId],
  );
}
