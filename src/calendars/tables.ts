import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const calendarLink = pgTable('calendar_link', {
  secret: text().primaryKey(),
  person: text(),
  desk: text(),
  madeAt: instant('made_at').notNull(),
  madeBy: text('made_by').notNull(),
  lastReadAt: instant('last_read_at'),
});
