import type { Queryable } from '../database/index.ts';

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

/** Who was away, who stood in for whom and why, and why hours were left open. Schedules stay: they name turns, not what anybody did. */
const DUTY = [
  'DELETE FROM duty_override WHERE to_at < $1',
  'DELETE FROM duty_swap s WHERE greatest(gives_to, takes_to) < $1 AND NOT EXISTS (SELECT FROM duty_override o WHERE o.swap = s.id)',
  'DELETE FROM duty_leave WHERE to_at < $1',
  'DELETE FROM duty_gap WHERE to_at < $1',
  'DELETE FROM duty_list_change WHERE changed_at < $1',
  'DELETE FROM duty_notice WHERE at < $1',
  'DELETE FROM drill WHERE shift_at < $1',
  'DELETE FROM replaced_number WHERE replaced_at < $1',
  'DELETE FROM contact_code WHERE made_at < $1',
];

/** What an alarm said may name anybody; when it was and of which kind stays. */
const SMALL = [
  ...DUTY,
  `UPDATE alarm SET message = '…', what_to_do = '…', facts = '{}', subject = id::text
   WHERE cleared_at < $1 AND message <> '…'`,
  `UPDATE mail_received SET from_address = '', subject = '…', body = NULL, why = NULL
   WHERE received_at < $1 AND subject <> '…'`,
  `UPDATE alarm_telling SET address = '' WHERE told_at < $1 AND address <> ''`,
  `UPDATE desk_redirect SET number = '' WHERE at < $1 AND number <> ''`,
];

const MAILS = `UPDATE mail SET to_address = '', subject = '…', body = '', html = NULL, bounce_reason = CASE WHEN bounced_at IS NULL THEN NULL ELSE '…' END, last_error = left(last_error, 0)
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
