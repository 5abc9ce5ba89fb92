import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { CarrierName, TextStatus } from '../telephony/index.ts';

/** duty: somebody is told of their shift; drill: a test page; code: what shows that a number is somebody's. */
export type TextPurpose =
  | 'page'
  | 'stand-down'
  | 'confirmation'
  | 'reply'
  | 'alarm'
  | 'customer'
  | 'received'
  | 'canary'
  | 'duty'
  | 'drill'
  | 'code';
export type StoredTextStatus = TextStatus | 'due' | 'sending' | 'lost' | 'received';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const textMessage = pgTable('text_message', {
  id: uuid().primaryKey(),
  direction: text().$type<'inbound' | 'outbound'>().notNull(),
  purpose: text().$type<TextPurpose>().notNull(),
  desk: text(),
  carrier: text().$type<CarrierName>().notNull().default('twilio'),
  carrierId: text('carrier_id'),
  fromNumber: text('from_number').notNull(),
  toNumber: text('to_number').notNull(),
  body: text().notNull(),
  person: text(),
  caseId: uuid('case_id'),
  besidePage: uuid('beside_page'),
  answers: uuid(),
  status: text().$type<StoredTextStatus>().notNull(),
  errorCode: text('error_code'),
  attempt: integer().notNull().default(1),
  looks: integer().notNull().default(0),
  createdAt: instant('created_at').notNull(),
  settledAt: instant('settled_at'),
  erasedAt: instant('erased_at'),
  carrierDeletedAt: instant('carrier_deleted_at'),
});

/** Phones of people who are not ours and have answered STOP. */
export const textOptOut = pgTable('text_opt_out', {
  number: text().primaryKey(),
  at: instant('at').notNull(),
});
