import type { Queryable } from '../database/index.ts';

/** A case as its mails need it. */
export interface CaseToTell {
  id: string;
  number: string;
  desk: string;
  language: string | null;
  contactName: string | null;
  /** The address that is told; null: nobody is. */
  reader: string | null;
  hasPin: boolean;
}

/**
 * Who is told of a case: the address that was given with it, else that of the customer's contact whose number called. A
 * case whose personal data is blanked has no reader.
 */
const READER = `coalesce(c.contact_email, (SELECT k.email FROM customer_contact k
  WHERE k.customer = c.customer AND k.phone IN (c.caller, c.callback_number) AND k.email IS NOT NULL
  ORDER BY k.phone = c.caller DESC LIMIT 1))`;

/** The case with its reader; undefined when there is none of this id, or it is erased. */
export async function caseToTell(db: Queryable, caseId: string): Promise<CaseToTell | undefined> {
  const { rows } = await db.query<CaseToTell>(
    `SELECT c.id, c.number, c.desk, c.language, c.contact_name AS "contactName", ${READER} AS reader,
       EXISTS (SELECT 1 FROM status_pin p WHERE p.case_id = c.id) AS "hasPin"
     FROM support_case c WHERE c.id = $1 AND c.erased_at IS NULL`,
    [caseId],
  );
  return rows[0];
}

/** True when a mail of the case about this event has been written. */
export async function isTold(db: Queryable, caseId: string, about: string): Promise<boolean> {
  const { rows } = await db.query('SELECT 1 FROM mail WHERE case_id = $1 AND about = $2', [caseId, about]);
  return rows.length > 0;
}

/** Keeps the hash of a case's PIN, in place of an earlier one. */
export async function keepPin(db: Queryable, caseId: string, hash: string, now: Date): Promise<void> {
  await db.query(
    `INSERT INTO status_pin (case_id, hash, made_at) VALUES ($1, $2, $3)
     ON CONFLICT (case_id) DO UPDATE SET hash = excluded.hash, made_at = excluded.made_at`,
    [caseId, hash, now],
  );
}
