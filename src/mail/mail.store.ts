import type { Queryable } from '../database/index.ts';
import { enqueueMissing } from '../engine/index.ts';
import type { Unit } from '../service/index.ts';
import { sendTask } from './outgoing.ts';
import { GIVEN_UP_AFTER_MS } from './retry.ts';
import type { MailStatus } from './tables.ts';

export interface MailToSend {
  id: string;
  to: string;
  subject: string;
  body: string;
  html: string | null;
  language: string | null;
  replyTo: string | null;
  secret: string | null;
  attempt: number;
  createdAt: Date;
  after: string[];
}

/** So many earlier mails are named in a mail of a thread, the newest ones: more help no reader. */
const MOST_REFERENCES = 10;

/** Of mails of one instant that of the registration begins the thread: who gets the case may be known at once. */
const LATER = `(m.about IS DISTINCT FROM 'registered')`;

/** A mail that waits to be sent, with the earlier ones of its thread. */
export async function mailToSend(db: Queryable, id: string): Promise<MailToSend | undefined> {
  const { rows } = await db.query<MailToSend>(
    `SELECT m.id, m.to_address AS "to", m.subject, m.body, m.html, m.language, m.reply_to AS "replyTo", m.secret, m.attempt, m.created_at AS "createdAt",
       ARRAY(SELECT id FROM (
         SELECT o.id, o.created_at, ${LATER.replaceAll('m.', 'o.')} AS later FROM mail o
         WHERE o.thread = m.thread AND o.to_address = m.to_address AND (o.created_at, ${LATER.replaceAll('m.', 'o.')}, o.id) < (m.created_at, ${LATER}, m.id)
         ORDER BY o.created_at DESC, later DESC, o.id DESC LIMIT $2) earlier ORDER BY created_at, later, id) AS after
     FROM mail m WHERE m.id = $1 AND m.status = 'waiting'`,
    [id, MOST_REFERENCES],
  );
  return rows[0];
}

/** Records a try. */
export async function noteTry(unit: Unit, id: string, status: MailStatus, error?: string): Promise<void> {
  await unit.tx.query(
    `UPDATE mail SET status = $2, attempt = attempt + 1, tried_at = $4, last_error = $3,
       sent_at = CASE WHEN $2 = 'sent' THEN $4::timestamptz END, secret = CASE WHEN $2 = 'waiting' THEN secret END WHERE id = $1`,
    [id, status, error ?? null, unit.now],
  );
}

/** A mail server is there again, after a time without one: what waits is sent, what is too old is given up. */
export async function sendWhatWaits(db: Queryable, now: Date): Promise<void> {
  await db.query(
    `UPDATE mail SET status = 'failed', secret = NULL, last_error = coalesce(last_error, 'no mail server was set up') || '; too old to be sent'
     WHERE status = 'waiting' AND created_at < $1`,
    [new Date(now.getTime() - GIVEN_UP_AFTER_MS)],
  );
  const { rows } = await db.query<{ id: string }>(`SELECT id FROM mail WHERE status = 'waiting'`);
  await enqueueMissing(
    db,
    rows.map(({ id }) => sendTask(id, now)),
  );
}

/** How the outbox stands. */
export interface OutboxState {
  waiting: number;
  /** Given up within the last day. */
  failed: number;
  /** The error of the mail that waits longest and was refused at least once. */
  stuck: { since: Date; error: string } | undefined;
}

export async function outboxState(db: Queryable, now: Date): Promise<OutboxState> {
  const { rows } = await db.query<{
    waiting: number;
    failed: number;
    since: Date | null;
    error: string | null;
  }>(
    `SELECT (SELECT count(*)::int FROM mail WHERE status = 'waiting') AS waiting,
       (SELECT count(*)::int FROM mail WHERE status = 'failed' AND created_at > $1) AS failed,
       s.created_at AS since, s.last_error AS error
     FROM (SELECT 1) one LEFT JOIN LATERAL (
       SELECT created_at, last_error FROM mail WHERE status = 'waiting' AND last_error IS NOT NULL
       ORDER BY created_at LIMIT 1) s ON true`,
    [new Date(now.getTime() - 24 * 3_600_000)],
  );
  const row = rows[0];
  const stuck = row?.since && row.error !== null ? { since: row.since, error: row.error } : undefined;
  return { waiting: row?.waiting ?? 0, failed: row?.failed ?? 0, stuck };
}
