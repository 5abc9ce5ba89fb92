import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** waiting: to be sent, or sent once more; failed: given up, with the reason. */
export type MailStatus = 'waiting' | 'sent' | 'failed';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const mail = pgTable('mail', {
  id: uuid().primaryKey(),
  toAddress: text('to_address').notNull(),
  subject: text().notNull(),
  body: text().notNull(),
  html: text(),
  language: text(),
  thread: text(),
  status: text().$type<MailStatus>().notNull(),
  attempt: integer().notNull().default(0),
  lastError: text('last_error'),
  createdAt: instant('created_at').notNull(),
  triedAt: instant('tried_at'),
  sentAt: instant('sent_at'),
  caseId: uuid('case_id'),
  about: text(),
  replyTo: text('reply_to'),
  secret: text(),
  bouncedAt: instant('bounced_at'),
  bounceReason: text('bounce_reason'),
});
