import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { ContactException } from './standing.ts';
import type { RegisteredForm } from './form.ts';
import type { StoredFields } from './fields.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const registration = pgTable('registration', {
  caseId: uuid('case_id').primaryKey(),
  fields: jsonb().$type<StoredFields>().notNull().default({}),
  revision: integer().notNull().default(0),
  savedAt: instant('saved_at'),
  savedBy: text('saved_by'),
  serial: text(),
  mac: text(),
  refusedAt: instant('refused_at'),
  exception: jsonb().$type<ContactException>(),
  registered: jsonb().$type<RegisteredForm>(),
  registeredAt: instant('registered_at'),
  registeredBy: text('registered_by'),
  /** The open case on which the call is put when it is over. */
  putOn: uuid('put_on'),
  putOnBy: text('put_on_by'),
  callBackAt: instant('call_back_at'),
  callBackBy: text('call_back_by'),
  callBackWhy: text('call_back_why'),
});

export const registrationPresence = pgTable(
  'registration_presence',
  {
    caseId: uuid('case_id').notNull(),
    account: uuid().notNull(),
    name: text().notNull(),
    field: text(),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.account] })],
);
