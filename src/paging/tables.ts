import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Channel } from '../people/index.ts';

export type PagingReason =
  | 'severity'
  | 'press-through'
  | 'contract'
  | 'no-contact'
  /** A caller wants somebody to answer. */
  | 'operator'
  /** Whoever answered asks for those who work on it. */
  | 'transfer';
export type PagingStatus = 'open' | 'acknowledged' | 'stopped' | 'given-up';
export type AcknowledgedVia = 'voice' | 'sms' | 'link' | 'console' | 'direct';
export type PageStatus =
  | 'due'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'ringing'
  | 'answered'
  | 'acknowledged'
  | 'declined'
  | 'unanswered'
  | 'failed'
  | 'stood-down';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const paging = pgTable('paging', {
  id: uuid().primaryKey(),
  caseId: uuid('case_id').notNull(),
  desk: text().notNull(),
  reason: text().$type<PagingReason>().notNull(),
  plan: text().notNull(),
  status: text().$type<PagingStatus>().notNull(),
  round: integer().notNull(),
  roundBeganAt: instant('round_began_at'),
  nextRoundAt: instant('next_round_at'),
  openedAt: instant('opened_at').notNull(),
  endedAt: instant('ended_at'),
  acknowledgedBy: text('acknowledged_by'),
  acknowledgedVia: text('acknowledged_via').$type<AcknowledgedVia>(),
});

export const page = pgTable('page', {
  id: uuid().primaryKey(),
  pagingId: uuid('paging_id').notNull(),
  caseId: uuid('case_id').notNull(),
  person: text().notNull(),
  role: text().notNull(),
  channel: text().$type<Channel>().notNull(),
  round: integer().notNull(),
  address: text().notNull(),
  status: text().$type<PageStatus>().notNull(),
  callId: uuid('call_id'),
  textId: uuid('text_id'),
  carrierId: text('carrier_id'),
  linkToken: text('link_token'),
  createdAt: instant('created_at').notNull(),
  attemptedAt: instant('attempted_at'),
  settledAt: instant('settled_at'),
});

export const pageEvent = pgTable('page_event', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  pageId: uuid('page_id').notNull(),
  at: instant('at').notNull(),
  event: text().notNull(),
  data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
});
