import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

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
  purpose: text().$type<'first-supervisor' | 'invitation' | 'password'>().notNull(),
  createdAt: instant('created_at').notNull(),
  role: text().$type<AccountRole>(),
  person: text(),
  account: uuid(),
  madeBy: text('made_by'),
  expiresAt: instant('expires_at'),
});

export const knownBrowser = pgTable('known_browser', {
  tokenHash: text('token_hash').primaryKey(),
  account: uuid().notNull(),
  lastUsedAt: instant('last_used_at').notNull(),
});

export const apiToken = pgTable('api_token', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  tokenHash: text('token_hash').notNull(),
  madeBy: text('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
  lastUsedAt: instant('last_used_at'),
  revokedAt: instant('revoked_at'),
});

export const accountEvent = pgTable('account_event', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: instant('at').notNull(),
  event: text().notNull(),
  data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
});

export const signInFailure = pgTable('sign_in_failure', {
  subject: text().primaryKey(),
  failures: integer().notNull(),
  lastFailedAt: instant('last_failed_at').notNull(),
});
