import { GIVES_WAY, isToGiveWay, type Call } from '../calls/index.ts';
import type { Queryable } from '../database/index.ts';
import { hasOptedOut } from '../texts/index.ts';
import type { TextRow } from './text-row.store.ts';
import { pagesWaitFor } from './waiting-pages.ts';

/** $2 is now. A page that has been reached, or has had another try since, is asked for no more. */
const DRILL = (column: 'call_id' | 'text_id') => `SELECT FROM drill_page p JOIN drill d ON d.id = p.drill_id
  WHERE p.${column} = $1 AND p.reached_at IS NULL AND d.ended_at IS NULL AND d.verdict_at > $2`;

const CALLS: Partial<Record<Call['purpose'], string>> = {
  drill: DRILL('call_id'),
  code: 'SELECT FROM contact_code WHERE call_id = $1 AND ended_at IS NULL AND expires_at > $2',
};

const TEXTS: Partial<Record<TextRow['purpose'], string>> = {
  drill: DRILL('text_id'),
  code: 'SELECT FROM contact_code WHERE id = $1 AND ended_at IS NULL AND expires_at > $2',
  // As long as a handoff is worth telling that was not told at its time (src/handoffs/notices.ts), and of one that was told when
  // somebody's quiet hours were over, from then. Old ones are not looked through. A number that was replaced is told as long as
  // it is not verified or changed again, and at the old one while that is nobody else's.
  duty: `SELECT FROM duty_notice WHERE text_id = $1 AND at > $2::timestamptz - interval '3 days' AND CASE kind
      WHEN 'on' THEN greatest(at, told_at) + interval '2 hours' > $2
      WHEN 'off' THEN told_at + interval '2 hours' > $2
      ELSE told_at + interval '2 hours' > $2 AND at > $2 END
    UNION ALL SELECT FROM swap_notice n JOIN duty_swap s ON s.id = n.swap
      WHERE n.text_id = $1 AND n.step = s.status AND greatest(s.gives_to, s.takes_to) > $2
    UNION ALL SELECT FROM replaced_number r
        JOIN contact_method m ON m.person = r.person AND m.channel = r.channel AND m.address = r.after AND m.verified_at IS NULL
      WHERE r.told_at > $2::timestamptz - interval '1 day' AND (r.text_id = $1 OR r.old_text_id = $1 AND NOT EXISTS (
        SELECT FROM contact_method o WHERE o.address = r.before AND o.person <> r.person))`,
};

/** What is told of a case after somebody's quiet hours, $2, is no news to them when it has become another's meanwhile. */
const STILL_THEIRS = `SELECT FROM text_message t JOIN support_case s ON s.id = t.case_id
  WHERE t.id = $1 AND coalesce(s.assigned_to, s.acknowledged_by, $2) = $2`;

/**
 * Whether a call is still to be made that is about no case: not when its time is past, as after a standstill, nor when somebody
 * else wants its phone. True of every other call.
 */
export async function isCallOfUse(
  db: Queryable,
  leg: Pick<Call, 'id' | 'purpose' | 'place' | 'toNumber'>,
  now: Date,
): Promise<boolean> {
  const givesWay = isToGiveWay(leg) && (leg.place === GIVES_WAY || (await pagesWaitFor(db, leg.toNumber)));
  if (givesWay) return false;
  return isInTime(db, CALLS[leg.purpose], leg.id, now);
}

/**
 * Whether a text is still to be sent: one that is about no case in its time, and one to a customer unless they have said STOP
 * since it was written, and one of a case that waited for the end of quiet hours while the case is its person's. True of every
 * other text.
 */
export async function isTextOfUse(
  db: Queryable,
  { id, purpose, to_number: to, status, person }: TextRow,
  now: Date,
): Promise<boolean> {
  if (purpose === 'customer' && (await hasOptedOut(db, to))) return false;
  if (purpose === 'confirmation' && status === 'due')
    return (await db.query(STILL_THEIRS, [id, person])).rows.length > 0;
  return isInTime(db, TEXTS[purpose], id, now);
}

async function isInTime(db: Queryable, text: string | undefined, id: string, now: Date): Promise<boolean> {
  return text === undefined || (await db.query(text, [id, now])).rows.length > 0;
}
