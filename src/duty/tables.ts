import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { RoleDefinition } from './schedule.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const dutySchedule = pgTable(
  'duty_schedule',
  {
    desk: text().notNull(),
    role: text().notNull(),
    validFrom: instant('valid_from').notNull(),
    definition: jsonb().$type<RoleDefinition | null>(),
    setAt: instant('set_at').notNull(),
    setBy: text('set_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.desk, t.role, t.validFrom] })],
);

export const dutySwap = pgTable('duty_swap', {
  id: uuid().primaryKey(),
  desk: text().notNull(),
  role: text().notNull(),
  askedBy: text('asked_by').notNull(),
  askedOf: text('asked_of').notNull(),
  givesSeat: text('gives_seat').notNull(),
  givesFrom: instant('gives_from').notNull(),
  givesTo: instant('gives_to').notNull(),
  takesSeat: text('takes_seat'),
  takesFrom: instant('takes_from'),
  takesTo: instant('takes_to'),
  why: text().notNull(),
  status: text().$type<'asked' | 'granted' | 'refused' | 'withdrawn'>().notNull(),
  askedAt: instant('asked_at').notNull(),
  answeredAt: instant('answered_at'),
});

export const dutyOverride = pgTable('duty_override', {
  id: uuid().primaryKey(),
  desk: text().notNull(),
  role: text().notNull(),
  seat: text(),
  insteadOf: text('instead_of'),
  person: text().notNull(),
  fromAt: instant('from_at').notNull(),
  toAt: instant('to_at').notNull(),
  why: text().notNull(),
  swap: uuid(),
  madeAt: instant('made_at').notNull(),
  madeBy: text('made_by').notNull(),
  withdrawnAt: instant('withdrawn_at'),
  withdrawnBy: text('withdrawn_by'),
});

export const dutyLeave = pgTable('duty_leave', {
  id: uuid().primaryKey(),
  person: text().notNull(),
  fromAt: instant('from_at').notNull(),
  toAt: instant('to_at').notNull(),
  why: text().notNull().default(''),
  source: text(),
  madeAt: instant('made_at').notNull(),
  madeBy: text('made_by').notNull(),
  withdrawnAt: instant('withdrawn_at'),
  withdrawnBy: text('withdrawn_by'),
});

export const dutyListChange = pgTable('duty_list_change', {
  id: uuid().primaryKey(),
  desk: text().notNull(),
  role: text().notNull(),
  before: text().array().notNull(),
  after: text().array().notNull(),
  changedAt: instant('changed_at').notNull(),
  changedBy: text('changed_by').notNull(),
});

export const dutyGap = pgTable('duty_gap', {
  id: uuid().primaryKey(),
  desk: text().notNull(),
  role: text().notNull(),
  problem: text().$type<'nobody' | 'too-few' | 'unreachable'>().notNull(),
  people: text().array().notNull(),
  wanted: integer().notNull(),
  found: integer().notNull(),
  fromAt: instant('from_at').notNull(),
  toAt: instant('to_at').notNull(),
  change: text().$type<'override' | 'leave' | 'swap' | 'taken-back' | 'calendar'>().notNull(),
  reason: text().notNull(),
  openedAt: instant('opened_at').notNull(),
  openedBy: text('opened_by').notNull(),
});
