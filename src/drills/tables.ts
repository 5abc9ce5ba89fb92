import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export type DrillOutcome = 'reached' | 'missed' | 'not-needed';
/** How somebody showed that they were reached: a key in the call, the code of the text, or "ok" in answer to it. */
export type ReachedBy = 'key' | 'code' | 'ok';

export const drill = pgTable('drill', {
  id: uuid().primaryKey(),
  desk: text().notNull(),
  person: text().notNull(),
  shiftAt: instant('shift_at').notNull(),
  begunAt: instant('begun_at').notNull(),
  verdictAt: instant('verdict_at').notNull(),
  endedAt: instant('ended_at'),
  outcome: text().$type<DrillOutcome>(),
});

export const drillPage = pgTable('drill_page', {
  id: uuid().primaryKey(),
  drillId: uuid('drill_id').notNull(),
  person: text().notNull(),
  channel: text().$type<'voice' | 'sms'>().notNull(),
  address: text().notNull(),
  code: text(),
  tries: integer().notNull().default(0),
  triedAt: instant('tried_at'),
  callId: uuid('call_id'),
  textId: uuid('text_id'),
  reachedAt: instant('reached_at'),
  reachedBy: text('reached_by').$type<ReachedBy>(),
  failedWith: text('failed_with'),
});
