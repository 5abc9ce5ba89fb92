import { desc, eq, getTableColumns, type InferSelectModel } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import type { Unit } from '../service/index.ts';
import { openCaseIds } from './open-cases.store.ts';
import { supportCase, type CaseKind, type Severity } from './tables.ts';

export type Case = InferSelectModel<typeof supportCase>;

const CASE_COLUMNS = Object.entries(getTableColumns(supportCase)).map(
  ([key, { name }]) => `"${name}" AS "${key}"`,
);
// Not by the builder, which composes the text anew each time, and prepared: callbacks and responders ask all the time.
const CASE_BY_ID = `SELECT ${CASE_COLUMNS.join(', ')} FROM support_case WHERE id = $1`;
const LOCK_CASE = `${CASE_BY_ID} FOR NO KEY UPDATE`;

export async function caseById(db: Database, id: string): Promise<Case | undefined> {
  const { rows } = await db.$client.query<Case>({ name: 'case-by-id', text: CASE_BY_ID, values: [id] });
  return rows[0];
}

export async function caseByNumber(db: Database, number: string): Promise<Case | undefined> {
  const [found] = await db.select().from(supportCase).where(eq(supportCase.number, number));
  return found;
}

/** The case, locked until the transaction ends: acceptance, rounds and closing of one case happen one after another. */
export async function lockCase(db: Database, id: string): Promise<Case | undefined> {
  const { rows } = await db.$client.query<Case>({ name: 'case-by-id-lock', text: LOCK_CASE, values: [id] });
  return rows[0];
}

/** Several cases, locked in the order that everybody who takes several keeps to. */
export async function lockCases(db: Queryable, ids: readonly string[]): Promise<void> {
  await db.query({
    name: 'cases-lock',
    text: 'SELECT 1 FROM support_case WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
    values: [ids],
  });
}

/** The case of a call, if it has one, locked. */
export async function lockCaseOfCall(db: Queryable, callId: string): Promise<void> {
  await db.query({
    name: 'case-of-call-lock',
    text: 'SELECT 1 FROM support_case WHERE id = (SELECT case_id FROM call WHERE id = $1) FOR NO KEY UPDATE',
    values: [callId],
  });
}

/** The newest cases with a reply code: codes go round, but never to a second open case (next_reply_code). */
export async function caseByReplyCode(db: Database, code: number): Promise<Case[]> {
  return db
    .select()
    .from(supportCase)
    .where(eq(supportCase.replyCode, code))
    .orderBy(desc(supportCase.openedAt))
    .limit(5);
}

/** The newest case of a caller's number at this desk that is not over; undefined: none. */
export async function openCaseAtDesk(
  { db, tx }: { db: Database; tx: Queryable },
  number: string,
  desk: string,
): Promise<Case | undefined> {
  const { rows } = await tx.query<{ id: string }>(
    `SELECT id FROM support_case
     WHERE id IN (${openCaseIds({ number: '$1', only: "desk = $2 AND status <> 'resolved'", most: 1 })})
     ORDER BY opened_at DESC LIMIT 1`,
    [number, desk],
  );
  return rows[0] && caseById(db, rows[0].id);
}

/** The newest case of a caller's number that is not closed yet, one of the desk before those of others; undefined: none. */
export async function openCaseOfCaller(
  db: Queryable,
  number: string,
  desk: string,
): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM support_case WHERE id IN (${openCaseIds({ number: '$1' })})
     ORDER BY desk = $2 DESC, opened_at DESC LIMIT 1`,
    [number, desk],
  );
  return rows[0]?.id;
}

/** Adds a line to a case's timeline, which only grows. */
export function noteCase(
  unit: Unit,
  caseId: string,
  event: string,
  data: Record<string, unknown> = {},
): void {
  unit.insert('case_event', { case_id: caseId, at: unit.now, event, data });
}

export interface CallerIdentity {
  customer: string | undefined;
  customerName: string | undefined;
  contactName: string | undefined;
}

export interface OpeningLookup extends CallerIdentity {
  /** An open case that this call joins instead of opening a new one. */
  joins: string | undefined;
  sequenceNumber: number;
  replyCode: number;
}

/** The name of the sequence that a desk's case numbers come from. */
function numberSequence(desk: string): string {
  return `case_number_${desk.replaceAll('-', '_')}`;
}

/** Makes the desk's sequence if it is not there yet; it never goes back, so no number is given twice. */
export async function ensureNumberSequence(db: Queryable, desk: string, first: number): Promise<void> {
  await db.query('SELECT make_case_numbers($1, $2)', [numberSequence(desk), first]);
}

/**
 * What must be known before a case is opened. Calls of one caller, or of one customer, are taken one after another, so
 * that two calls at the same moment on both numbers become one case.
 */
export async function lookUpOpening(
  db: Queryable,
  opening: { desk: string; caller: string | undefined; kind: CaseKind; severity: Severity | undefined },
  joinSince: Date,
): Promise<OpeningLookup> {
  const { desk, caller, kind, severity } = opening;
  const locked =
    caller === undefined ? undefined : db.query({ name: 'case-lock', text: LOCK, values: [desk, caller] });
  const found = db.query<{
    customer: string | null;
    customer_name: string | null;
    contact_name: string | null;
    joins: string | null;
    sequence_number: string;
    reply_code: string;
  }>({
    name: 'case-look-up',
    text: LOOK_UP,
    values: [desk, caller ?? null, kind, severity ?? null, joinSince, numberSequence(desk)],
  });
  // Both are sent at once, and the server does them in turn: what the second sees, it sees under the lock.
  const [{ rows }] = await Promise.all([found, locked]);
  const row = rows[0]!;
  return {
    customer: row.customer ?? undefined,
    customerName: row.customer_name ?? undefined,
    contactName: row.contact_name ?? undefined,
    joins: row.joins ?? undefined,
    sequenceNumber: Number(row.sequence_number),
    replyCode: Number(row.reply_code),
  };
}

const WHO = `SELECT c.key, c.name, cc.name AS contact_name FROM customer_contact cc JOIN customer c ON c.key = cc.customer
    WHERE cc.phone = $2 AND (c.desks = '{}' OR $1 = ANY (c.desks)) ORDER BY c.key LIMIT 1`;

/** Whose contact a number is at a desk, as a call that opens a case finds it. */
export async function callerIdentity(db: Queryable, desk: string, number: string): Promise<CallerIdentity> {
  const { rows } = await db.query<{ key: string; name: string; contact_name: string | null }>(WHO, [
    desk,
    number,
  ]);
  const [row] = rows;
  return { customer: row?.key, customerName: row?.name, contactName: row?.contact_name ?? undefined };
}

/** The number that the desk's next case would have, without using it up; undefined while it has had none. */
export async function peekCaseNumber(db: Queryable, desk: string): Promise<number | undefined> {
  const { rows } = await db.query<{ last: string | null }>(
    'SELECT pg_sequence_last_value(to_regclass($1)) AS last',
    [numberSequence(desk)],
  );
  const last = rows[0]?.last ?? null;
  return last === null ? undefined : Number(last) + 1;
}

const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended(
  $1 || ' ' || coalesce((SELECT key FROM (${WHO}) who), $2), 7002))`;

const LOOK_UP = `
  WITH who AS (${WHO}),
  open_case AS (
    SELECT id FROM support_case WHERE desk = $1 AND kind = $3 AND severity IS NOT DISTINCT FROM $4
      -- Two colleagues who register something at the same time mean two things, most likely.
      AND (caller = $2 OR customer = (SELECT key FROM who) AND kind <> 'registration') AND opened_at >= $5
      AND status IN ('open', 'paging', 'acknowledged', 'in-contact')
    ORDER BY opened_at DESC LIMIT 1)
  SELECT (SELECT key FROM who) AS customer, (SELECT name FROM who) AS customer_name,
    (SELECT contact_name FROM who) AS contact_name, (SELECT id FROM open_case) AS joins,
    CASE WHEN EXISTS (SELECT 1 FROM open_case) THEN 0 ELSE nextval($6::regclass) END AS sequence_number,
    CASE WHEN EXISTS (SELECT 1 FROM open_case) THEN 0 ELSE next_reply_code() END AS reply_code`;
