import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * reply: on a case; unmatched: on none, for people to look at; automatic: written by a machine, and nobody is told;
 * bounce: a mail of ours came back.
 */
export type ReceivedKind = 'reply' | 'unmatched' | 'automatic' | 'bounce';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const mailReceived = pgTable('mail_received', {
  id: uuid().primaryKey(),
  messageId: text('message_id').notNull(),
  receivedAt: instant('received_at').notNull(),
  kind: text().$type<ReceivedKind>().notNull(),
  caseId: uuid('case_id'),
  fromAddress: text('from_address').notNull(),
  subject: text().notNull(),
  body: text(),
  why: text(),
  settledAt: instant('settled_at'),
  settledBy: text('settled_by'),
});
