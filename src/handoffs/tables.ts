import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const dutyNotice = pgTable(
  'duty_notice',
  {
    desk: text().notNull(),
    person: text().notNull(),
    kind: text().$type<'reminder' | 'on' | 'off'>().notNull(),
    at: instant('at').notNull(),
    toldAt: instant('told_at').notNull(),
    textId: uuid('text_id'),
    mailId: uuid('mail_id'),
  },
  (t) => [primaryKey({ columns: [t.desk, t.person, t.kind, t.at] })],
);

export const swapNotice = pgTable(
  'swap_notice',
  {
    swap: uuid().notNull(),
    person: text().notNull(),
    step: text().$type<'asked' | 'granted' | 'refused' | 'withdrawn'>().notNull(),
    toldAt: instant('told_at').notNull(),
    textId: uuid('text_id'),
    mailId: uuid('mail_id'),
  },
  (t) => [primaryKey({ columns: [t.swap, t.person, t.step] })],
);
