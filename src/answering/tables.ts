import { boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** What a caller has left for us to hear. The sound itself stays with the carrier. */
export const recording = pgTable('recording', {
  id: uuid().primaryKey(),
  callId: uuid('call_id').notNull(),
  caseId: uuid('case_id'),
  carrierId: text('carrier_id'),
  url: text(),
  durationSeconds: integer('duration_seconds'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  nothingSaid: boolean('nothing_said').notNull().default(false),
  /** Which question of the script it answers; null: it is a message. */
  label: text(),
  deletedAt: timestamp('deleted_at', { withTimezone: true }),
});
