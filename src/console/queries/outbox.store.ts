import { desc, sql } from 'drizzle-orm';
import type { Database } from '../../database/index.ts';
import { defined } from './rows.ts';
import { mail } from './tables.store.ts';

export interface MailRow {
  readonly id: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly status: 'waiting' | 'sent' | 'failed';
  readonly attempt: number;
  readonly lastError: string | undefined;
  readonly createdAt: Date;
  readonly sentAt: Date | undefined;
}

export interface OutboxFacts {
  readonly counts: Readonly<Record<MailRow['status'], number>>;
  /** What waits and what failed first, then the newest. */
  readonly mails: readonly MailRow[];
}

const mostMails = 200;

/** The outbox: how much is in which state, and the mails themselves. */
export async function readOutbox(db: Database): Promise<OutboxFacts> {
  const [counts, rows] = await Promise.all([
    db
      .select({ status: mail.status, n: sql<number>`count(*)::int` })
      .from(mail)
      .groupBy(mail.status),
    db
      .select({
        id: mail.id,
        toAddress: mail.toAddress,
        subject: mail.subject,
        status: mail.status,
        attempt: mail.attempt,
        lastError: mail.lastError,
        createdAt: mail.createdAt,
        sentAt: mail.sentAt,
      })
      .from(mail)
      .orderBy(sql`${mail.status} = 'sent'`, desc(mail.createdAt), desc(mail.id))
      .limit(mostMails),
  ]);
  const of = (status: MailRow['status']) => counts.find((row) => row.status === status)?.n ?? 0;
  return {
    counts: { waiting: of('waiting'), sent: of('sent'), failed: of('failed') },
    mails: rows.map(defined),
  };
}
