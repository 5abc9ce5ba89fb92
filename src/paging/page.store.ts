import type { Queryable } from '../database/index.ts';
import type { Unit } from '../service/index.ts';
import type { CarrierName } from '../telephony/index.ts';
import type { PageStatus } from './tables.ts';

/** Adds a line to a page's receipt, which only grows. */
export function notePage(
  unit: Unit,
  pageId: string,
  event: string,
  data: Record<string, unknown> = {},
): void {
  unit.insert('page_event', { page_id: pageId, at: unit.now, event, data });
}

export interface PageCallRow {
  id: string;
  desk: string;
  person: string;
  from_number: string;
  to_number: string;
  carrier: CarrierName;
  attempt: number;
  /** How many of the phone's lines it may have; one unless told. */
  lines?: number;
  /** The only case that it speaks; all that the person is asked for unless told. */
  only_case?: string | null;
}

/**
 * Reserves phones for page calls. A phone that already has a call of ours gets none: the pages wait until that call
 * has ended. A call that may have several lines gets the last that is free: the first is for those that may have no other.
 * Returns the ids of the calls that may be placed. Each call is tried on its lines in turn until one is its own, then its id
 * stands in its own way; lines are taken in one order, so that two cases at the same moment cannot wait for each other.
 */
export async function reservePhones(
  db: Queryable,
  calls: PageCallRow[],
  purpose: 'page' | 'connect' | 'alarm' | 'drill' | 'code',
  now: Date,
  caseId: string | null = null,
): Promise<Set<string>> {
  if (calls.length === 0) return new Set();
  const { rows } = await db.query<{ id: string }>({
    name: 'page-reserve-phones',
    text: `INSERT INTO call (id, desk, direction, purpose, person, from_number, to_number, carrier, attempt, status, place, created_at, case_id,
             line, only_case)
           SELECT id, desk, 'outbound', $2, person, from_number, to_number, carrier, attempt, 'sending', 'offer', $3, $4::uuid,
             line, only_case
           FROM jsonb_to_recordset($1::jsonb)
             AS c (id uuid, desk text, person text, from_number text, to_number text, carrier text, attempt int,
               lines int, only_case uuid)
             CROSS JOIN LATERAL generate_series(coalesce(c.lines, 1), 1, -1) AS line
           ORDER BY to_number, line DESC
           ON CONFLICT DO NOTHING
           RETURNING id`,
    values: [JSON.stringify(calls), purpose, now, caseId],
  });
  return new Set(rows.map((row) => row.id));
}

const PUT_OFF = `
  WITH o AS (
    SELECT p.id, p.call_id FROM page p WHERE p.call_id = ANY ($1::uuid[])
      AND NOT EXISTS (SELECT 1 FROM call c WHERE c.id = p.call_id)),
  p AS (UPDATE page SET status = 'due', call_id = NULL, attempted_at = NULL FROM o WHERE page.id = o.id),
  e AS (INSERT INTO page_event (page_id, at, event, data)
    SELECT id, $2, 'waiting', '{"why": "another call of ours is at this phone"}' FROM o)
  DELETE FROM task USING o WHERE task.key = 'call.place:' || o.call_id`;

/** At the end of the transaction: pages of calls that got no phone wait until it is free. */
export function putOffUnreserved(unit: Unit, calls: readonly PageCallRow[]): void {
  unit.atEnd({ name: 'page-put-off', text: PUT_OFF, values: [calls.map(({ id }) => id), unit.now] });
}

/**
 * Takes the pages that a call carries, in the order that all who take several keep to: two of them never wait for each other
 * in a circle. Before anything is written to the call, because whoever has pages may be waiting for its phone.
 */
export async function lockPagesOfCall(db: Queryable, callId: string): Promise<void> {
  await db.query({
    name: 'pages-of-call-lock',
    text: 'SELECT 1 FROM page WHERE call_id = $1 ORDER BY id FOR NO KEY UPDATE',
    values: [callId],
  });
}

/** Takes pages in the same order. */
export async function lockPages(db: Queryable, pageIds: readonly string[]): Promise<void> {
  await db.query({
    name: 'pages-lock',
    text: 'SELECT 1 FROM page WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
    values: [pageIds],
  });
}

/** Takes those pages of cases that are not settled or are the person's, and `pageIds`, in the same order. */
export async function lockPagesOfCases(
  db: Queryable,
  caseIds: readonly string[],
  person: string,
  pageIds: readonly string[] = [],
): Promise<void> {
  await db.query({
    name: 'pages-of-cases-lock',
    text: `SELECT 1 FROM page WHERE case_id = ANY($1::uuid[]) AND (settled_at IS NULL OR person = $2) OR id = ANY($3::uuid[])
           ORDER BY id FOR NO KEY UPDATE`,
    values: [caseIds, person, pageIds],
  });
}

/** Settles pages and writes why on each receipt. Pages settled already stay as they are. */
export async function settlePages(
  unit: Unit,
  where: { pageIds: string[] } | { callId: string } | { textId: string },
  status: PageStatus,
  event: string,
  data: Record<string, unknown> = {},
): Promise<string[]> {
  const [column, value] =
    'pageIds' in where
      ? ['id = ANY($1::uuid[])', where.pageIds]
      : 'callId' in where
        ? ['call_id = $1::uuid', where.callId]
        : ['text_id = $1::uuid', where.textId];
  const { rows } = await unit.tx.query<{ id: string }>(
    `UPDATE page SET status = $2, settled_at = greatest($3, attempted_at) WHERE ${column} AND settled_at IS NULL RETURNING id`,
    [value, status, unit.now],
  );
  for (const { id } of rows) notePage(unit, id, event, data);
  return rows.map((row) => row.id);
}
