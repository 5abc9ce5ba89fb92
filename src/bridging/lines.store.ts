import type { Queryable } from '../database/index.ts';

/** Whether a call of ours to a person is about this case: it rings for it, or is on the way to its caller or with them. */
export async function hasCallAbout(db: Queryable, person: string, caseId: string): Promise<boolean> {
  const { rows } = await db.query(
    `SELECT 1 FROM call WHERE person = $1 AND purpose IN ('page', 'connect') AND ended_at IS NULL AND status <> 'lost'
       AND coalesce(case_id, only_case) = $2 LIMIT 1`,
    [person, caseId],
  );
  return rows.length > 0;
}

/** Whether every line of a phone has a call of ours. */
export async function isFull(db: Queryable, phone: string, lines: number): Promise<boolean> {
  const { rows } = await db.query<{ calls: number }>(
    `SELECT count(*)::int AS calls FROM call WHERE to_number = $1 AND purpose IN ('page', 'connect', 'alarm')
       AND ended_at IS NULL AND status <> 'lost'`,
    [phone],
  );
  return (rows[0]?.calls ?? 0) >= lines;
}
