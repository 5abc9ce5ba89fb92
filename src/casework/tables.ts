import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export type Assessment = 'hardware' | 'not-hardware';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const caseWork = pgTable('case_work', {
  caseId: uuid('case_id').primaryKey(),
  startedAt: instant('started_at'),
  waitingSince: instant('waiting_since'),
  waitingFor: text('waiting_for'),
  waitingUntil: instant('waiting_until'),
  assessment: text().$type<Assessment>(),
  shippedAt: instant('shipped_at'),
  receivedAt: instant('received_at'),
  returnedAt: instant('returned_at'),
  outOfScopeAt: instant('out_of_scope_at'),
  closingCode: text('closing_code'),
});
