import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export type RedirectVia = 'sms' | 'console';

export const deskRedirect = pgTable('desk_redirect', {
  id: uuid().primaryKey(),
  at: timestamp('at', { withTimezone: true }).notNull(),
  desk: text().notNull(),
  number: text().notNull(),
  person: text(),
  account: uuid(),
  byName: text('by_name').notNull(),
  via: text().$type<RedirectVia>().notNull(),
  caseId: uuid('case_id'),
  textId: uuid('text_id').notNull(),
});
