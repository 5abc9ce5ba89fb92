import type pg from 'pg';

/** Rows as the database has them at one instant; times in milliseconds since 1970. */
export interface Snapshot {
  cases: CaseRow[];
  pagings: PagingRow[];
  pages: PageRow[];
  calls: CallRow[];
  texts: TextRow[];
  tasks: TaskRow[];
  acknowledgements: { case_id: string; by: string }[];
}

export interface CaseRow {
  id: string;
  number: string;
  kind: string;
  severity: string | null;
  status: string;
  acknowledged_by: string | null;
  reply_code: number;
  opened_at: number;
}

export interface PagingRow {
  id: string;
  case_id: string;
  desk: string;
  plan: string;
  reason: string;
  status: string;
  round: number;
  round_began_at: number;
  next_round_at: number | null;
  opened_at: number;
  acknowledged_by: string | null;
  acknowledged_via: string | null;
}

export interface PageRow {
  id: string;
  paging_id: string;
  case_id: string;
  person: string;
  channel: string;
  round: number;
  status: string;
  call_id: string | null;
  text_id: string | null;
  carrier_id: string | null;
  created_at: number;
  settled_at: number | null;
}

export interface CallRow {
  id: string;
  purpose: string;
  status: string;
  place: string;
  carrier_id: string | null;
  case_id: string | null;
  person: string | null;
  to_number: string;
  created_at: number;
  ended_at: number | null;
}

export interface TextRow {
  id: string;
  purpose: string;
  status: string;
  case_id: string | null;
  person: string | null;
  created_at: number;
}

export interface TaskRow {
  key: string;
  kind: string;
  due_at: number;
  owner: number | null;
  attempt: number;
  last_error: string | null;
}

const ms = (column: string): string => `extract(epoch FROM ${column})::float8 * 1000 AS ${column}`;
const list = (select: string): string => `(SELECT coalesce(jsonb_agg(t), '[]') FROM (${select}) t)`;

const SNAPSHOT = `SELECT
  ${list(`SELECT id, number, kind, severity, status, acknowledged_by, reply_code, ${ms('opened_at')} FROM support_case`)} AS cases,
  ${list(`SELECT id, case_id, desk, plan, reason, status, round, ${ms('round_began_at')}, ${ms('next_round_at')},
    ${ms('opened_at')}, acknowledged_by, acknowledged_via FROM paging ORDER BY opened_at, id`)} AS pagings,
  ${list(`SELECT id, paging_id, case_id, person, channel, round, status, call_id, text_id, carrier_id, ${ms('created_at')},
    ${ms('settled_at')} FROM page`)} AS pages,
  ${list(`SELECT id, purpose, status, place, carrier_id, case_id, person, to_number, ${ms('created_at')}, ${ms('ended_at')}
    FROM call`)} AS calls,
  ${list(`SELECT id, purpose, status, case_id, person, ${ms('created_at')} FROM text_message WHERE direction = 'outbound'`)} AS texts,
  ${list(`SELECT key, kind, ${ms('due_at')}, owner, attempt, last_error FROM task`)} AS tasks,
  ${list(`SELECT case_id, data ->> 'by' AS by FROM case_event WHERE event = 'case.acknowledged' ORDER BY id`)} AS acknowledgements`;

export async function takeSnapshot(observer: pg.Client): Promise<Snapshot> {
  const { rows } = await observer.query<Snapshot>({ name: 'snapshot', text: SNAPSHOT });
  return rows[0]!;
}
