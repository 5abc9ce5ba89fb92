import { bigint, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export type CaseStatus =
  | 'open'
  | 'paging'
  | 'acknowledged'
  | 'in-contact'
  | 'resolved'
  | 'closed'
  | 'cancelled';
export type CaseKind = 'severity' | 'configuration' | 'contract' | 'feedback' | 'registration' | 'unsorted';
/** How urgent a registered case is, in the customer's own judgement. */
export type Priority = 'low' | 'normal' | 'high' | 'standstill';
export type Severity = '1' | '2' | '3' | '4';

/** What a caller keyed, and what the script calls it. */
export interface KeyedAnswer {
  label: string;
  keyed: string;
}

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const supportCase = pgTable('support_case', {
  id: uuid().primaryKey(),
  number: text().notNull(),
  desk: text().notNull(),
  kind: text().$type<CaseKind>().notNull(),
  severity: text().$type<Severity>(),
  priority: text().$type<Priority>(),
  language: text(),
  summary: text().notNull(),
  status: text().$type<CaseStatus>().notNull(),
  caller: text(),
  callbackNumber: text('callback_number'),
  customer: text(),
  contactName: text('contact_name'),
  contactEmail: text('contact_email'),
  replyCode: integer('reply_code').notNull(),
  room: text().notNull(),
  openedAt: instant('opened_at').notNull(),
  acknowledgedAt: instant('acknowledged_at'),
  acknowledgedBy: text('acknowledged_by'),
  acknowledgedByAccount: text('acknowledged_by_account'),
  assignedTo: text('assigned_to'),
  assignedAt: instant('assigned_at'),
  contactDueAt: instant('contact_due_at'),
  contactedAt: instant('contacted_at'),
  resolvedAt: instant('resolved_at'),
  closedAt: instant('closed_at'),
  buildNumber: text('build_number'),
  closingReason: text('closing_reason'),
  /** What the caller keyed in answer to the script's questions, by their names. */
  answers: jsonb().$type<Record<string, KeyedAnswer>>().notNull().default({}),
  /** When the customer was texted the number. */
  numberTextedAt: instant('number_texted_at'),
  /** The case that this one's call was about: its number leads there. */
  joinedTo: uuid('joined_to'),
  erasedAt: instant('erased_at'),
});

export const caseEvent = pgTable('case_event', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  caseId: uuid('case_id').notNull(),
  at: instant('at').notNull(),
  event: text().notNull(),
  data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
});
