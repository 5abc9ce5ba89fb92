import type pg from 'pg';
import { LINES, LINES_COUNT, type LineRow } from './lines.ts';

export type { LineRow } from './lines.ts';

/** Rows as the database has them at one instant; times in milliseconds since 1970. */
export interface Snapshot {
  cases: CaseRow[];
  pagings: PagingRow[];
  pages: PageRow[];
  calls: CallRow[];
  texts: TextRow[];
  tasks: TaskRow[];
  /** That a case was taken, or its call by an operator. */
  acknowledgements: { case_id: string; by: string }[];
  /** Contacts that came about in a case's room. */
  meetings: { case_id: string; how: string }[];
  /** Lines of receipts and timelines that were written since the last look, and perhaps some before. */
  lines: LineRow[];
  /** How many there are in all. */
  line_count: number;
}

export interface CaseRow {
  id: string;
  number: string;
  kind: string;
  severity: string | null;
  status: string;
  acknowledged_by: string | null;
  reply_code: number;
  room: string;
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
  /** The page that it carries beside that page's own text. */
  beside_page: string | null;
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

/** Tables that only grow and change. Of a page or a call of last night nothing has changed since the last look. */
const GROWING = {
  cases: `SELECT id, number, kind, severity, status, acknowledged_by, reply_code, room, ${ms('opened_at')} FROM support_case WHERE true`,
  pagings: `SELECT id, case_id, desk, plan, reason, status, round, ${ms('round_began_at')}, ${ms('next_round_at')},
    ${ms('opened_at')}, acknowledged_by, acknowledged_via FROM paging WHERE true`,
  pages: `SELECT id, paging_id, case_id, person, channel, round, status, call_id, text_id, carrier_id, ${ms('created_at')},
    ${ms('settled_at')} FROM page WHERE true`,
  calls: `SELECT id, purpose, status, place, carrier_id, case_id, person, to_number, ${ms('created_at')}, ${ms('ended_at')}
    FROM call WHERE true`,
  texts: `SELECT id, purpose, status, case_id, person, beside_page, ${ms('created_at')} FROM text_message
    WHERE direction = 'outbound'`,
} as const;
type Growing = keyof typeof GROWING;
const growing = Object.keys(GROWING) as Growing[];

const TASKS = `SELECT key, kind, ${ms('due_at')}, owner, attempt, last_error FROM task`;
const ACKNOWLEDGEMENTS = `SELECT case_id, data ->> 'by' AS by FROM case_event 
  WHERE event IN ('case.acknowledged', 'operator.answered') ORDER BY id`;
const MEETINGS = `SELECT case_id, data ->> 'how' AS how FROM case_event
  WHERE event = 'case.in-contact' AND data ->> 'how' IN ('bridge', 'call-back') ORDER BY id`;

const list = (select: string): string => `(SELECT coalesce(json_agg(t), '[]') FROM (${select}) t)`;
/** A row that was written after the last look has the number of a transaction that had not ended by then, or a later. */
const changed = (name: Growing): string => `${GROWING[name]} AND xmin::text::bigint >= $1`;
const count = (name: Growing): string => `(SELECT count(*)::int FROM (${GROWING[name]}) t)`;
const SNAPSHOT = `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS unended,
  json_build_object(${growing.map((name) => `'${name}', ${count(name)}`).join(', ')}) AS counts,
  ${growing.map((name) => `${list(changed(name))} AS ${name}`).join(',\n  ')},
  ${list(TASKS)} AS tasks, ${list(ACKNOWLEDGEMENTS)} AS acknowledgements,
  ${list(MEETINGS)} AS meetings, ${list(LINES)} AS lines, ${LINES_COUNT} AS line_count`;

/** Of the growing tables, what has changed. */
type Answer = Snapshot & { unended: string; counts: Record<Growing, number> };
type Known = { readonly [Name in Growing]: Map<string, Snapshot[Name][number]> };

/** Looks at one database again and again: each time it fetches what has changed since the time before. */
export class RowsWatcher {
  private readonly client: pg.Client;
  private unended = '0';
  private readonly known: Known = {
    cases: new Map(),
    pagings: new Map(),
    pages: new Map(),
    calls: new Map(),
    texts: new Map(),
  };

  constructor(client: pg.Client) {
    this.client = client;
  }

  async takeSnapshot(): Promise<Snapshot> {
    const { known } = this;
    const { rows } = await this.client.query<Answer>({
      name: 'snapshot',
      text: SNAPSHOT,
      values: [this.unended],
    });
    const { unended, counts, tasks, acknowledgements, meetings, lines, line_count, ...answer } = rows[0]!;
    this.unended = unended;
    learn(known.cases, answer.cases);
    learn(known.pagings, answer.pagings);
    learn(known.pages, answer.pages);
    learn(known.calls, answer.calls);
    learn(known.texts, answer.texts);
    if (growing.some((name) => known[name].size !== counts[name])) return this.fromTheBeginning();
    return {
      cases: [...known.cases.values()],
      pagings: [...known.pagings.values()].sort(byAge),
      pages: [...known.pages.values()],
      calls: [...known.calls.values()],
      texts: [...known.texts.values()],
      tasks,
      acknowledgements,
      meetings,
      lines,
      line_count,
    };
  }

  /** Rows have been deleted. */
  private fromTheBeginning(): Promise<Snapshot> {
    for (const name of growing) this.known[name].clear();
    this.unended = '0';
    return this.takeSnapshot();
  }
}

function learn<Row extends { id: string }>(known: Map<string, Row>, rows: readonly Row[]): void {
  for (const row of rows) known.set(row.id, row);
}

function byAge(one: PagingRow, other: PagingRow): number {
  return one.opened_at - other.opened_at || (one.id < other.id ? -1 : 1);
}
