import { and, asc, desc, eq, gte, ilike, inArray, notInArray, or, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../../database/index.ts';
import { mostCounted } from './count.ts';
import { writeCursor, type Cursor } from './cursor.ts';
import { defined } from './rows.ts';
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
  acknowledgedByName: person.name,
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
  const rows = await joined(db)
    .where(
      and(
        ...conditions(filter),
        after &&
          sql`(${supportCase.openedAt}, ${supportCase.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
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
  const found = db
    .select({ id: supportCase.id })
    .from(supportCase)
    .leftJoin(customer, eq(customer.key, supportCase.customer))
    .where(and(...conditions(filter)))
    .limit(mostCounted + 1)
    .as('found');
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(found);
  return row?.n ?? 0;
}

function conditions(filter: CaseFilter): (SQL | undefined)[] {
  const like = filter.search && `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`;
  return [
    filter.desk === undefined ? undefined : eq(supportCase.desk, filter.desk),
    filter.statuses === undefined ? undefined : inArray(supportCase.status, [...filter.statuses]),
    filter.caller === undefined ? undefined : eq(supportCase.caller, filter.caller),
    filter.since === undefined ? undefined : gte(supportCase.openedAt, filter.since),
    like
      ? or(ilike(supportCase.number, like), ilike(supportCase.contactName, like), ilike(customer.name, like))
      : undefined,
  ];
}
