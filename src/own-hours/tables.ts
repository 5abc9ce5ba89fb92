import { date, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const ownHours = pgTable('own_hours', {
  id: uuid().primaryKey(),
  desk: text().notNull(),
  date: date({ mode: 'string' }).notNull(),
  spans: text().array().notNull(),
  why: text().notNull(),
  setBy: text('set_by').notNull(),
  setAt: timestamp('set_at', { withTimezone: true }).notNull(),
  removedBy: text('removed_by'),
  removedAt: timestamp('removed_at', { withTimezone: true }),
});
