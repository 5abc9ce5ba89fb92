import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const alarm = pgTable('alarm', {
  id: uuid().primaryKey(),
  kind: text().notNull(),
  subject: text().notNull(),
  desk: text(),
  message: text().notNull(),
  raisedAt: instant('raised_at').notNull(),
  clearedAt: instant('cleared_at'),
});
