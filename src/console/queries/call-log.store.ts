import { and, desc, eq, inArray, isNotNull, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { Database } from '../../database/index.ts';
import { mostCounted } from './count.ts';
import { writeCursor, type Cursor } from './cursor.ts';
import { firstContactOf } from './first-contact.store.ts';
import { defined } from './rows.ts';
import { readNamed, waysToCalls } from './search.store.ts';
import { call, customer, customerContact, person, recording, supportCase } from './tables.store.ts';

export interface CallLogFilter {
  readonly desk?: string | undefined;
  readonly severity?: string | undefined;
  readonly outcome?: 'live' | 'bridged' | 'registered' | 'hung-up' | undefined;
  /** Words: a number, a name, a company or a case. */
  readonly search?: string | undefined;
}

/** One customer's call as the log shows it. */
export interface CallRow {
  readonly id: string;
  readonly at: Date;
  readonly desk: string;
  readonly callerName: string | undefined;
  readonly company: string | undefined;
  readonly number: string | undefined;
  readonly caseNumber: string | undefined;
  readonly caseStatus: string | undefined;
  readonly kind: string | undefined;
  readonly severity: string | undefined;
  readonly status: string;
  readonly place: string;
  readonly by: string | undefined;
  readonly openedAt: Date | undefined;
  readonly acknowledgedAt: Date | undefined;
  readonly bridgedAt: Date | undefined;
  readonly endedAt: Date | undefined;
  /** The caller has left a message. */
  readonly hasMessage: boolean;
  /** The messages of this call, oldest first. */
  readonly messageIds: readonly string[];
  readonly messageSeconds: number | undefined;
}

const columns = {
  id: call.id,
  at: call.createdAt,
  desk: call.desk,
  callerName: sql<string | null>`coalesce(${supportCase.contactName}, ${customerContact.name})`,
  company: customer.name,
  number: call.fromNumber,
  caseNumber: supportCase.number,
  caseStatus: supportCase.status,
  kind: supportCase.kind,
  severity: supportCase.severity,
  status: call.status,
  place: call.place,
  by: sql<string | null>`coalesce(${person.name}, ${supportCase.acknowledgedByAccount})`,
  openedAt: supportCase.openedAt,
  acknowledgedAt: supportCase.acknowledgedAt,
  bridgedAt: call.bridgedAt,
  endedAt: call.endedAt,
  messageIds: sql<
    string[]
  >`ARRAY(SELECT ${recording.id}::text FROM ${recording} WHERE ${recording.callId} = ${call.id} AND NOT ${recording.nothingSaid} ORDER BY ${recording.createdAt})`,
  messageSeconds: sql<
    number | null
  >`(SELECT sum(${recording.durationSeconds})::int FROM ${recording} WHERE ${recording.callId} = ${call.id} AND NOT ${recording.nothingSaid})`,
  // Counted: for an EXISTS the planner reads the messages of all calls, once, before the first row is shown.
  hasMessage: sql<boolean>`(SELECT count(*) > 0 FROM ${recording} WHERE ${recording.callId} = ${call.id} AND NOT ${recording.nothingSaid})`,
};

/** Customers' calls, newest first; `next` is where the following page begins, undefined at the end. */
export async function readCallLog(
  db: Database,
  filter: CallLogFilter,
  after: Cursor | undefined,
  limit: number,
): Promise<{ rows: CallRow[]; next: string | undefined }> {
  const isAfter =
    after &&
    sql`(${call.createdAt}, ${call.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
  const wanted = and(conditions(filter), isAfter);
  const ways = await waysOf(db, filter.search);
  const rows = await joined(db)
    .where(ways ? inArray(call.id, foundBy(db, ways, wanted, limit + 1)) : wanted)
    .orderBy(desc(call.createdAt), desc(call.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit).map(defined);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? writeCursor(last) : undefined };
}

/** Customers' calls that have not ended, longest first. */
export async function readLiveCalls(db: Database, limit: number): Promise<CallRow[]> {
  const rows = await joined(db)
    .where(and(eq(call.direction, 'inbound'), isNull(call.endedAt)))
    .orderBy(call.createdAt)
    .limit(limit);
  return rows.map(defined);
}

/** How many calls the filter finds, counted one beyond `mostCounted` and no further. */
export async function countCalls(db: Database, filter: CallLogFilter): Promise<number> {
  const most = mostCounted + 1;
  const ways = await waysOf(db, filter.search);
  const found = ways
    ? foundBy(db, ways, conditions(filter), most).as('found')
    : idsOf(db, conditions(filter)).limit(most).as('found');
  const [row] = await db.select({ n: sql<number>`count(*)::int` }).from(found);
  return Math.min(row?.n ?? 0, most);
}

/**
 * The calls that words are found in, in one way or another, the newest `limit` of each way among them: so many are
 * enough for a page, and none that belongs on it is missing.
 */
function foundBy(db: Database, ways: readonly SQL[], wanted: SQL | undefined, limit: number) {
  const [first, second, ...more] = ways.map((way) =>
    idsOf(db, and(wanted, way)).orderBy(desc(call.createdAt), desc(call.id)).limit(limit),
  );
  return union(first!, second!, ...more);
}

async function waysOf(db: Database, words: string | undefined): Promise<SQL[] | undefined> {
  return words === undefined ? undefined : waysToCalls(words, await readNamed(db, words));
}

function idsOf(db: Database, where: SQL | undefined) {
  return db
    .select({ id: call.id })
    .from(call)
    .leftJoin(supportCase, eq(supportCase.id, call.caseId))
    .where(where);
}

function joined(db: Database) {
  return db
    .select(columns)
    .from(call)
    .leftJoin(supportCase, eq(supportCase.id, call.caseId))
    .leftJoin(customerContact, firstContactOf(call.fromNumber))
    .leftJoin(customer, eq(customer.key, sql`coalesce(${supportCase.customer}, ${customerContact.customer})`))
    .leftJoin(person, eq(person.key, supportCase.acknowledgedBy))
    .$dynamic();
}

function conditions(filter: CallLogFilter): SQL | undefined {
  return and(
    eq(call.direction, 'inbound'),
    filter.desk === undefined ? undefined : eq(call.desk, filter.desk),
    filter.severity === undefined ? undefined : inArray(supportCase.severity, severitiesOf(filter.severity)),
    outcomeCondition(filter.outcome),
  );
}

function severitiesOf(choice: string): ('1' | '2' | '3' | '4')[] {
  return (['1', '2', '3', '4'] as const).filter((severity) => choice.includes(severity));
}

function outcomeCondition(outcome: CallLogFilter['outcome']): SQL | undefined {
  switch (outcome) {
    case undefined:
      return undefined;
    case 'live':
      return isNull(call.endedAt);
    case 'bridged':
      return isNotNull(call.bridgedAt);
    case 'registered':
      return and(
        isNotNull(call.endedAt),
        isNull(call.bridgedAt),
        isNotNull(call.caseId),
        ne(call.place, 'abandoned'),
      );
    case 'hung-up':
      return and(
        isNotNull(call.endedAt),
        isNull(call.bridgedAt),
        or(isNull(call.caseId), eq(call.place, 'abandoned')),
      );
  }
}
