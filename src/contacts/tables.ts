import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const contactCode = pgTable('contact_code', {
  id: uuid().primaryKey(),
  person: text().notNull(),
  channel: text().$type<'voice' | 'sms'>().notNull(),
  address: text().notNull(),
  madeAt: instant('made_at').notNull(),
  madeBy: text('made_by').notNull(),
  expiresAt: instant('expires_at').notNull(),
  tries: integer().notNull().default(0),
  endedAt: instant('ended_at'),
  callId: uuid('call_id'),
});

export const replacedNumber = pgTable('replaced_number', {
  id: uuid().primaryKey(),
  person: text().notNull(),
  channel: text().$type<'voice' | 'sms'>().notNull(),
  before: text().notNull(),
  after: text().notNull(),
  replacedAt: instant('replaced_at').notNull(),
  toldAt: instant('told_at'),
  textId: uuid('text_id'),
  oldTextId: uuid('old_text_id'),
  mailId: uuid('mail_id'),
});
