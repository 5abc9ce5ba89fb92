import { jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { AlarmFacts } from '../phrases/index.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const alarm = pgTable('alarm', {
  id: uuid().primaryKey(),
  kind: text().notNull(),
  subject: text().notNull(),
  desk: text(),
  message: text().notNull(),
  whatToDo: text('what_to_do').notNull().default(''),
  facts: jsonb().$type<AlarmFacts | Record<string, never>>().notNull().default({}),
  raisedAt: instant('raised_at').notNull(),
  clearedAt: instant('cleared_at'),
  clearedBecause: text('cleared_because'),
});

export const alarmTelling = pgTable('alarm_telling', {
  id: uuid().primaryKey(),
  alarmId: uuid('alarm_id').notNull(),
  person: text().notNull(),
  channel: text().$type<'sms' | 'voice' | 'mail'>().notNull(),
  address: text().notNull(),
  textId: uuid('text_id'),
  callId: uuid('call_id'),
  mailId: uuid('mail_id'),
  toldAt: instant('told_at').notNull(),
  heardAt: instant('heard_at'),
});
