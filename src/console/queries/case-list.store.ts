import { and, asc, desc, eq, gte, inArray, notInArray, sql, type SQL } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { Database } from '../../database/index.ts';
import { mostCounted } from './count.ts';
import { writeCursor, type Cursor } from './cursor.ts';
import { defined } from './rows.ts';
import { readNamed, waysToCases } from './search.store.ts';
import { customer, paging, person, supportCase } from './tables.store.ts';

export const caseStatuses = [
  'open',
  'paging',
  'acknowledged',
  'in-contact',
  'resolved',
  'closed',
  'cancelled',
] as const;
export type CaseStatusFilter = (typeof caseStatuses)[number];

export interface CaseFilter {
  readonly desk?: string | undefined;
  readonly statuses?: readonly CaseStatusFilter[] | undefined;
  /** E.164. */
  readonly caller?: string | undefined;
  readonly since?: Date | undefined;
  /** A case number, a name or a company. */
  readonly search?: string | undefined;
}

/** One case as a list shows it. */
export interface CaseRow {
  readonly id: string;
  readonly at: Date;
  readonly number: string;
  readonly desk: string;
  readonly kind: string;
  readonly severity: string | undefined;
  readonly summary: string;
  readonly status: string;
  readonly caller: string | undefined;
  readonly contactName: string | undefined;
  readonly customerName: string | undefined;
  readonly acknowledgedAt: Date | undefined;
  readonly acknowledgedBy: string | undefined;
  readonly acknowledgedByName: string | undefined;
  /** Who is given the case, at a desk that assigns. */
  readonly assignedToName: string | undefined;
  readonly contactDueAt: Date | undefined;
  readonly contactedAt: Date | undefined;
  readonly resolvedAt: Date | undefined;
  readonly closedAt: Date | undefined;
  readonly round: number | undefined;
  readonly nextRoundAt: Date | undefined;
}

const columns = {
  id: supportCase.id,
  at: supportCase.openedAt,
  number: supportCase.number,
  desk: supportCase.desk,
  kind: supportCase.kind,
  severity: supportCase.severity,
  summary: supportCase.summary,
  status: supportCase.status,
  caller: supportCase.caller,
  contactName: supportCase.contactName,
  customerName: customer.name,
  acknowledgedAt: supportCase.acknowledgedAt,
  acknowledgedBy: supportCase.acknowledgedBy,
  acknowledgedByName: sql<string | null>`coalesce(${person.name}, ${supportCase.acknowledgedByAccount})`,
  assignedToName: sql<string | null>`(SELECT p.name FROM person p WHERE p.key = ${supportCase.assignedTo})`,
  contactDueAt: supportCase.contactDueAt,
  contactedAt: supportCase.contactedAt,
  resolvedAt: supportCase.resolvedAt,
  closedAt: supportCase.closedAt,
  round: paging.round,
  nextRoundAt: paging.nextRoundAt,
};

function joined(db: Database) {
  return db
    .select(columns)
    .from(supportCase)
    .leftJoin(customer, eq(customer.key, supportCase.customer))
    .leftJoin(person, eq(person.key, supportCase.acknowledgedBy))
    .leftJoin(paging, and(eq(paging.caseId, supportCase.id), eq(paging.status, 'open')))
    .$dynamic();
}

/** Cases, newest first; `next` is where the following page begins, undefined at the end. */
export async function readCaseList(
  db: Database,
  filter: CaseFilter,
  after: Cursor | undefined,
  limit: number,
): Promise<{ rows: CaseRow[]; next: string | undefined }> {
  const isAfter =
    after &&
    sql`(${supportCase.openedAt}, ${supportCase.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
  const wanted = and(...conditions(filter), isAfter);
  const ways = await waysOf(db, filter.search);
  const rows = await joined(db)
    .where(ways ? inArray(supportCase.id, foundBy(db, ways, wanted, limit + 1)) : wanted)
    .orderBy(desc(supportCase.openedAt), desc(supportCase.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit).map(defined);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? writeCursor(last) : undefined };
}

/** Cases that are not over: the most severe first, then what was opened first. */
export async function readOpenCases(db: Database, limit: number): Promise<CaseRow[]> {
  const rows = await joined(db)
    .where(notInArray(supportCase.status, ['closed', 'cancelled']))
    .orderBy(sql`${supportCase.severity} NULLS LAST`, asc(supportCase.openedAt))
    .limit(limit);
  return rows.map(defined);
}

/** How many cases the filter finds, counted one beyond `mostCounted` and no further. */
export async function countCases(db: Database, filter: CaseFilter): Promise<number> {
  const most = mostCounted + 1;
  const wanted = and(...conditions(filter));
  const ways = await waysOf(db, filter.search);
  const found = ways
    ? foundBy(db, ways, wanted, most).as('found')
    : idsOf(db, wanted).limit(most).as('found');
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(found);
  return Math.min(row?.n ?? 0, most);
}

/** The cases that words are found in, in one way or another: the newest `limit` of each way among them. */
function foundBy(db: Database, ways: readonly SQL[], wanted: SQL | undefined, limit: number) {
  const [first, second, ...more] = ways.map((way) =>
    idsOf(db, and(wanted, way)).orderBy(desc(supportCase.openedAt), desc(supportCase.id)).limit(limit),
  );
  return union(first!, second!, ...more);
}

async function waysOf(db: Database, words: string | undefined): Promise<SQL[] | undefined> {
  return words === undefined ? undefined : waysToCases(words, await readNamed(db, words));
}

function idsOf(db: Database, where: SQL | undefined) {
  return db.select({ id: supportCase.id }).from(supportCase).where(where);
}

function conditions(filter: CaseFilter): (SQL | undefined)[] {
  return [
    filter.desk === undefined ? undefined : eq(supportCase.desk, filter.desk),
    filter.statuses === undefined ? undefined : inArray(supportCase.status, [...filter.statuses]),
    filter.caller === undefined ? undefined : eq(supportCase.caller, filter.caller),
    filter.since === undefined ? undefined : gte(supportCase.openedAt, filter.since),
  ];
}
