import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const canary = pgTable('canary', {
  id: uuid().primaryKey(),
  channel: text().$type<'sms' | 'voice'>().notNull(),
  code: text().notNull(),
  fromNumber: text('from_number').notNull(),
  toNumber: text('to_number').notNull(),
  textId: uuid('text_id'),
  callId: uuid('call_id'),
  sentAt: instant('sent_at').notNull(),
  cameBackAt: instant('came_back_at'),
});
