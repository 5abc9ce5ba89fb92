import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { CallStatus, CarrierName } from '../telephony/index.ts';

/** support: a customer called us; page: a responder is asked; connect: the accepter is brought to the caller; call-back: the customer is called; alarm: a supervisor is told of a fault; canary: we call ourselves; drill: a test page; code: a code is read out to somebody. */
export type CallPurpose =
  | 'support'
  | 'page'
  | 'connect'
  | 'call-back'
  | 'alarm'
  | 'canary'
  | 'drill'
  | 'code';
export type StoredCallStatus = CallStatus | 'due' | 'sending' | 'lost';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const call = pgTable('call', {
  id: uuid().primaryKey(),
  desk: text().notNull(),
  direction: text().$type<'inbound' | 'outbound'>().notNull(),
  purpose: text().$type<CallPurpose>().notNull(),
  carrier: text().$type<CarrierName>().notNull().default('twilio'),
  carrierId: text('carrier_id'),
  fromNumber: text('from_number'),
  toNumber: text('to_number').notNull(),
  person: text(),
  caseId: uuid('case_id'),
  status: text().$type<StoredCallStatus>().notNull(),
  sequence: integer().notNull().default(-1),
  attempt: integer().notNull().default(1),
  place: text().notNull().default(''),
  line: integer().notNull().default(1),
  onlyCase: uuid('only_case'),
  choice: text(),
  ivr: jsonb(),
  errorCode: text('error_code'),
  createdAt: instant('created_at').notNull(),
  answeredAt: instant('answered_at'),
  bridgedAt: instant('bridged_at'),
  leftBridgeAt: instant('left_bridge_at'),
  endedAt: instant('ended_at'),
  erasedAt: instant('erased_at'),
  carrierDeletedAt: instant('carrier_deleted_at'),
});

export const callEvent = pgTable('call_event', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  callId: uuid('call_id').notNull(),
  at: instant('at').notNull(),
  event: text().notNull(),
  data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
});
