import { asc, eq, sql } from 'drizzle-orm';
import type { Database } from '../../database/index.ts';
import type { CaseFacts } from '../facts.ts';
import { readAlarms, type AlarmRow } from './alarms.store.ts';
import { readLiveCalls, type CallRow } from './call-log.store.ts';
import { countCases, readOpenCases, type CaseRow } from './case-list.store.ts';
import { readCanaries, type CanaryRow } from './canary.store.ts';
import { readCases } from './case.store.ts';
import { call, duty, paging, person, supportCase } from './tables.store.ts';

// What one page can show; the rest is counted and found in the lists.
const mostStrips = 20;
const mostRows = 100;

export interface NowFacts {
  readonly paged: readonly CaseFacts[];
  readonly pagedCount: number;
  readonly liveCalls: readonly CallRow[];
  readonly openCases: readonly CaseRow[];
  readonly openCount: number;
  readonly alarms: readonly AlarmRow[];
  readonly canaries: readonly CanaryRow[];
  readonly anyCallEver: boolean;
  readonly people: number;
  readonly dutySeats: number;
}

/** What is going on at this moment. */
export async function readNow(db: Database, now: Date): Promise<NowFacts> {
  const [
    pagedIds,
    [pagedCount],
    liveCalls,
    openCases,
    openCount,
    alarms,
    canaries,
    calls,
    [people],
    [seats],
  ] = await Promise.all([
    db
      .select({ id: paging.caseId })
      .from(paging)
      .innerJoin(supportCase, eq(supportCase.id, paging.caseId))
      .where(eq(paging.status, 'open'))
      .orderBy(sql`${supportCase.severity} NULLS LAST`, asc(paging.openedAt))
      .limit(mostStrips),
    db
      .select({ n: sql<number>`count(*)::int` })
      .from(paging)
      .where(eq(paging.status, 'open')),
    readLiveCalls(db, mostRows),
    readOpenCases(db, mostRows, now),
    countCases(db, { statuses: ['open', 'paging', 'acknowledged', 'in-contact', 'resolved'] }),
    readAlarms(db, mostRows),
    readCanaries(db),
    db.select({ id: call.id }).from(call).where(eq(call.direction, 'inbound')).limit(1),
    db.select({ n: sql<number>`count(*)::int` }).from(person),
    db
      .select({
        n: sql<number>`((SELECT count(*) FROM ${duty}) + (SELECT count(DISTINCT (desk, role)) FROM duty_schedule))::int`,
      })
      .from(sql`(SELECT 1) AS one`),
  ]);
  const ids = pagedIds.map((row) => row.id);
  const paged = await readCases(db, ids);
  return {
    paged: paged.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
    pagedCount: pagedCount?.n ?? 0,
    liveCalls,
    openCases,
    openCount,
    alarms,
    canaries,
    anyCallEver: calls.length > 0,
    people: people?.n ?? 0,
    dutySeats: seats?.n ?? 0,
  };
}
