import type { Queryable } from '../database/index.ts';
import type { CarrierName } from '../telephony/index.ts';

/** A caller's message whose time is over. */
export interface DueRecording {
  id: string;
  carrier: CarrierName;
  carrierId: string | null;
  url: string | null;
  /** When it was left, as PostgreSQL writes it: a Date would lose what is below a millisecond. */
  createdAt: string;
}

/**
 * The oldest `limit` messages made before `cutoff` that are not deleted yet: those behind `after`, which has been looked
 * at, and none of carriers that need not be asked.
 */
export async function dueRecordings(
  db: Queryable,
  cutoff: Date,
  { after, except, limit }: { after: DueRecording | undefined; except: CarrierName[]; limit: number },
): Promise<DueRecording[]> {
  const { rows } = await db.query<DueRecording>(
    `SELECT r.id, c.carrier, r.carrier_id AS "carrierId", r.url, r.created_at::text AS "createdAt"
     FROM recording r JOIN call c ON c.id = r.call_id
     WHERE r.deleted_at IS NULL AND r.created_at < $1 AND c.carrier <> ALL ($2)
       AND ($3::timestamptz IS NULL OR (r.created_at, r.id) > ($3, $4::uuid))
     ORDER BY r.created_at, r.id LIMIT $5`,
    [cutoff, except, after?.createdAt ?? null, after?.id ?? null, limit],
  );
  return rows;
}

/** Notes that a message is gone at the carrier, and forgets where it was. */
export async function noteDeleted(
  db: Queryable,
  id: string,
  carrier: 'deleted' | 'gone',
  now: Date,
): Promise<void> {
  await db.query(
    `WITH r AS (UPDATE recording SET url = NULL, deleted_at = $3 WHERE id = $1 AND deleted_at IS NULL RETURNING id)
     INSERT INTO erasure (at, kind, subject, carrier) SELECT $3, 'recording', id, $2 FROM r`,
    [id, carrier, now],
  );
}

const CASES = `SELECT erase_case(id, $2) FROM (SELECT id FROM support_case c
  WHERE erased_at IS NULL AND status IN ('resolved', 'closed', 'cancelled')
    AND coalesce(closed_at, resolved_at, opened_at) < $1
    AND NOT EXISTS (SELECT 1 FROM recording r WHERE r.case_id = c.id AND r.deleted_at IS NULL)
  ORDER BY coalesce(closed_at, resolved_at, opened_at) LIMIT $3) due`;

const CALLS = `SELECT erase_call(id, $2) FROM (SELECT id FROM call
  WHERE case_id IS NULL AND erased_at IS NULL AND ended_at IS NOT NULL AND ended_at < $1
  ORDER BY ended_at LIMIT $3) due`;

const TEXTS = `SELECT erase_text(id, $2) FROM (SELECT id FROM text_message
  WHERE case_id IS NULL AND erased_at IS NULL AND created_at < $1 ORDER BY created_at LIMIT $3) due`;

/** What an alarm said may name anybody; when it was and of which kind stays. */
const SMALL = [
  `UPDATE alarm SET message = '…', what_to_do = '…', facts = '{}', subject = id::text
   WHERE cleared_at < $1 AND message <> '…'`,
  `UPDATE alarm_telling SET address = '' WHERE told_at < $1 AND address <> ''`,
];

const MAILS = `UPDATE mail SET to_address = '', subject = '…', body = '', html = NULL, last_error = left(last_error, 0)
  WHERE id IN (SELECT id FROM mail WHERE created_at < $1 AND status <> 'waiting' AND to_address <> ''
    ORDER BY created_at LIMIT $2)`;

/** Blanks at most `limit` cases, calls, texts and mails each whose time was over before `cutoff`; how many of the most. */
export async function erasePersonalData(
  db: Queryable,
  cutoff: Date,
  now: Date,
  limit: number,
): Promise<number> {
  let most = 0;
  for (const statement of [CASES, CALLS, TEXTS]) {
    const { rowCount } = await db.query(statement, [cutoff, now, limit]);
    most = Math.max(most, rowCount ?? 0);
  }
  const { rowCount: mails } = await db.query(MAILS, [cutoff, limit]);
  most = Math.max(most, mails ?? 0);
  for (const statement of SMALL) await db.query(statement, [cutoff]);
  return most;
}
