import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export type ContactState = 'ok' | 'opted-out' | 'dead';
export type Channel = 'voice' | 'sms';

export const person = pgTable('person', {
  key: text().primaryKey(),
  name: text().notNull(),
  roles: text().array().notNull(),
  email: text(),
  language: text().notNull(),
  quiet: text(),
});

export const contactMethod = pgTable(
  'contact_method',
  {
    person: text().notNull(),
    channel: text().$type<Channel>().notNull(),
    address: text().notNull(),
    state: text().$type<ContactState>().notNull().default('ok'),
    stateReason: text('state_reason'),
    stateSince: timestamp('state_since', { withTimezone: true }),
    verifiedAt: timestamp('verified_at', { withTimezone: true }),
    lines: integer().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.person, t.channel] })],
);

export const duty = pgTable(
  'duty',
  {
    desk: text().notNull(),
    role: text().notNull(),
    position: integer().notNull(),
    person: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.desk, t.role, t.position] })],
);
