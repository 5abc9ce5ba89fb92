import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export type AccountRole = 'supervisor' | 'operator' | 'technician' | 'manager';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const account = pgTable('account', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  role: text().$type<AccountRole>().notNull(),
  person: text(),
  passwordHash: text('password_hash').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const session = pgTable('session', {
  tokenHash: text('token_hash').primaryKey(),
  account: uuid().notNull(),
  createdAt: instant('created_at').notNull(),
  lastSeenAt: instant('last_seen_at').notNull(),
});

export const oneTimeLink = pgTable('one_time_link', {
  tokenHash: text('token_hash').primaryKey(),
  purpose: text().$type<'first-supervisor'>().notNull(),
  createdAt: instant('created_at').notNull(),
});

export const signInFailure = pgTable('sign_in_failure', {
  subject: text().primaryKey(),
  failures: integer().notNull(),
  lastFailedAt: instant('last_failed_at').notNull(),
});
