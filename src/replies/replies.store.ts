import type { Queryable } from '../database/index.ts';
import type { ReceivedMail } from './read-mail.ts';
import type { ReceivedKind } from './tables.ts';

/** A case that a mail may be about, with the addresses that its customer is written to. */
export interface MaybeCase {
  id: string;
  readers: (string | null)[];
}

const readerOf = (
  c: 'c' | 'j',
): string => `lower(coalesce(${c}.contact_email, (SELECT k.email FROM customer_contact k
  WHERE k.customer = ${c}.customer AND k.phone IN (${c}.caller, ${c}.callback_number) AND k.email IS NOT NULL
  ORDER BY k.phone = ${c}.caller DESC LIMIT 1)))`;

/**
 * The case of the nearest of our mails that it answers; else the case whose number is one of those in its subject. Where that
 * one was joined to another, the other, whoever of the two is written to.
 */
export async function caseOfMail(
  db: Queryable,
  answers: readonly string[],
  numbers: readonly string[],
): Promise<MaybeCase | undefined> {
  const { rows } = await db.query<MaybeCase>(
    `SELECT coalesce(j.id, c.id) AS id, ARRAY[${readerOf('c')}, ${readerOf('j')}] AS readers
     FROM support_case c LEFT JOIN mail m ON m.case_id = c.id AND m.id = ANY($1::uuid[])
     LEFT JOIN support_case j ON j.id = c.joined_to AND j.erased_at IS NULL
     WHERE c.erased_at IS NULL AND (m.id IS NOT NULL OR c.number = ANY($2))
     ORDER BY array_position($1::uuid[], m.id) NULLS LAST, array_position($2, c.number) LIMIT 1`,
    [answers, numbers],
  );
  return rows[0];
}

/** Keeps a mail that came in; false when it was known. */
export async function keepMail(
  db: Queryable,
  mail: Pick<ReceivedMail, 'messageId' | 'from' | 'subject'>,
  row: { id: string; at: Date; kind: ReceivedKind; caseId?: string; body?: string; why?: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO mail_received (id, message_id, received_at, kind, case_id, from_address, subject, body, why)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (message_id) DO NOTHING`,
    [
      row.id,
      mail.messageId,
      row.at,
      row.kind,
      row.caseId ?? null,
      mail.from,
      mail.subject,
      row.body ?? null,
      row.why ?? null,
    ],
  );
  return (rowCount ?? 0) > 0;
}

/** Marks a mail of ours as come back; the case that it was about, undefined when it is none of ours or known to have. */
export async function markBounced(
  db: Queryable,
  ids: readonly string[],
  why: string,
  now: Date,
): Promise<{ caseId: string | null } | undefined> {
  const { rows } = await db.query<{ caseId: string | null }>(
    `UPDATE mail SET bounced_at = $3, bounce_reason = $2 WHERE id = ANY($1::uuid[]) AND bounced_at IS NULL
     RETURNING case_id AS "caseId"`,
    [ids, why, now],
  );
  return rows[0];
}

/** A mail that is on no case and that nobody has seen to. */
export interface UnmatchedMail {
  id: string;
  from: string;
  subject: string;
  body: string;
}

export async function unmatchedMail(db: Queryable, id: string): Promise<UnmatchedMail | undefined> {
  const { rows } = await db.query<UnmatchedMail>(
    `SELECT id, from_address AS "from", subject, coalesce(body, '') AS body FROM mail_received
     WHERE id = $1 AND kind = 'unmatched' AND settled_at IS NULL FOR UPDATE`,
    [id],
  );
  return rows[0];
}

/** Somebody has seen to it; on a case, it is kept there. */
export async function settleMail(
  db: Queryable,
  id: string,
  by: { name: string; now: Date; caseId: string | undefined },
): Promise<void> {
  await db.query(
    `UPDATE mail_received SET settled_at = $3, settled_by = $2, case_id = $4,
       kind = CASE WHEN $4::uuid IS NULL THEN kind ELSE 'reply' END, body = CASE WHEN $4::uuid IS NULL THEN body END
     WHERE id = $1`,
    [id, by.name, by.now, by.caseId ?? null],
  );
}
