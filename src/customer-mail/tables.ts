import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const statusPin = pgTable('status_pin', {
  caseId: uuid('case_id').primaryKey(),
  hash: text().notNull(),
  madeAt: instant('made_at').notNull(),
});

export const statusFailure = pgTable('status_failure', {
  subject: text().primaryKey(),
  failures: integer().notNull(),
  lastFailedAt: instant('last_failed_at').notNull(),
});
