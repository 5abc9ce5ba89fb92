import { desc, sql } from 'drizzle-orm';
import type { Database } from '../../database/index.ts';
import { SECRET_MARK } from '../../mail/index.ts';
import { mostCounted } from './count.ts';
import { defined } from './rows.ts';
import { mail, mailReceived } from './tables.store.ts';

export interface MailRow {
  readonly id: string;
  readonly toAddress: string;
  readonly subject: string;
  /** As it reads, or will: with what stands in no mail that is kept, such as a PIN, only where no mail goes out. */
  readonly body: string;
  readonly status: 'waiting' | 'sent' | 'failed';
  readonly attempt: number;
  readonly lastError: string | undefined;
  readonly createdAt: Date;
  readonly sentAt: Date | undefined;
  readonly bouncedAt: Date | undefined;
  readonly bounceReason: string | undefined;
}

export interface OutboxFacts {
  readonly counts: Readonly<Record<MailRow['status'], number>>;
  /** What waits and what failed first, then the newest. */
  readonly mails: readonly MailRow[];
  /** What came in, is on no case, and nobody has seen to, oldest first. */
  readonly unmatched: readonly UnmatchedRow[];
}

export interface UnmatchedRow {
  readonly id: string;
  readonly fromAddress: string;
  readonly subject: string;
  readonly body: string | undefined;
  readonly why: string | undefined;
  readonly receivedAt: Date;
}

const mostMails = 200;

/**
 * The outbox: how much is in which state, and the mails themselves. `canSend`: mail goes out; where none does, this is the only
 * place in which it can be read, its PIN too.
 */
export async function readOutbox(db: Database, canSend: boolean): Promise<OutboxFacts> {
  const [[waiting, sent, failed], rows, unmatched] = await Promise.all([
    Promise.all([countMails(db, 'waiting'), countMails(db, 'sent'), countMails(db, 'failed')]),
    db
      .select({
        id: mail.id,
        toAddress: mail.toAddress,
        subject: mail.subject,
        body: mail.body,
        secret: mail.secret,
        status: mail.status,
        attempt: mail.attempt,
        lastError: mail.lastError,
        createdAt: mail.createdAt,
        sentAt: mail.sentAt,
        bouncedAt: mail.bouncedAt,
        bounceReason: mail.bounceReason,
      })
      .from(mail)
      .orderBy(sql`${mail.status} = 'sent'`, desc(mail.createdAt), desc(mail.id))
      .limit(mostMails),
    db
      .select({
        id: mailReceived.id,
        fromAddress: mailReceived.fromAddress,
        subject: mailReceived.subject,
        body: mailReceived.body,
        why: mailReceived.why,
        receivedAt: mailReceived.receivedAt,
      })
      .from(mailReceived)
      .where(sql`${mailReceived.kind} = 'unmatched' AND ${mailReceived.settledAt} IS NULL`)
      .orderBy(mailReceived.receivedAt)
      .limit(mostMails),
  ]);
  return {
    counts: { waiting, sent, failed },
    mails: rows.map(({ secret, ...row }) =>
      defined({ ...row, body: row.body.replaceAll(SECRET_MARK, (!canSend && secret) || '····') }),
    ),
    unmatched: unmatched.map(defined),
  };
}

/** How many mails are in this state, counted one beyond `mostCounted` and no further. */
async function countMails(db: Database, status: MailRow['status']): Promise<number> {
  // Each state by its literal: its index holds no other, and is not seen behind a parameter.
  const inState = {
    waiting: sql`status = 'waiting'`,
    sent: sql`status = 'sent'`,
    failed: sql`status = 'failed'`,
  };
  const found = db
    .select({ id: mail.id })
    .from(mail)
    .where(inState[status])
    .limit(mostCounted + 1)
    .as('found');
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(found);
  return row?.n ?? 0;
}
