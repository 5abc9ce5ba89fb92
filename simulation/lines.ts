/** One line of a receipt or a timeline, as the database has it. */
export interface LineRow {
  /** The table and the line's number in it. */
  id: string;
  /** A hash of all that stands there. */
  content: string;
  event: string;
  /** On whose receipt; null on a timeline. */
  page_id: string | null;
  /** Milliseconds since 1970. */
  at: number;
  /** Whom of the carrier's, and which of our own calls and texts, it names. */
  carrier_id: string | null;
  call: string | null;
  instead: string | null;
}

const TABLES = ['page_event', 'case_event', 'call_event'] as const;

/** Lines of transactions that had not ended at the last look, or later ones, `$1`: also those that were altered since. */
export const LINES = TABLES.map(
  (table) => `SELECT '${table} ' || id AS id, md5(e::text) AS content, event,
    ${table === 'page_event' ? 'page_id' : 'NULL::uuid AS page_id'}, extract(epoch FROM at)::float8 * 1000 AS at,
    data ->> 'carrierId' AS carrier_id, data ->> 'call' AS call, data ->> 'instead' AS instead
    FROM ${table} e WHERE xmin::text::bigint >= $1`,
).join(' UNION ALL ');

export const LINES_COUNT = `(${TABLES.map((table) => `(SELECT count(*) FROM ${table})`).join(' + ')})::int`;
