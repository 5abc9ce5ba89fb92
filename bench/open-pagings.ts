import type { Pool } from 'pg';
import type { BenchDesk } from './desks.ts';

/**
 * Cases as they are after their first round, paged for again within the next minutes: of `pagings`, `rounds` come due
 * evenly over `overSeconds`, the others a quarter of an hour later. Returns when the first is due.
 */
export async function openPagings(
  pool: Pool,
  desks: readonly BenchDesk[],
  { pagings, rounds, overSeconds }: { pagings: number; rounds: number; overSeconds: number },
  leadMs: number,
): Promise<Date> {
  // Beside a million cases this may take longer than a statement of the service may.
  await pool.query('SET statement_timeout = 0');
  await pool.query('CREATE SCHEMA IF NOT EXISTS bench');
  await pool.query('CREATE TABLE IF NOT EXISTS bench.due (paging uuid PRIMARY KEY, due_at timestamptz)');
  await pool.query('TRUNCATE bench.due');
  await pool.query(CASES, [pagings, desks.length, desks.map(({ desk }) => desk)]);
  await pool.query(PAGINGS);
  await pool.query(FIRST_PAGES);
  await pool.query('ANALYZE support_case, paging, page');
  await pool.query('RESET statement_timeout');
  const firstAt = new Date(Date.now() + leadMs);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(DUE, [firstAt, rounds, (overSeconds * 1000) / rounds]);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  return firstAt;
}

const CASES = `
  INSERT INTO support_case (id, number, desk, kind, severity, summary, status, caller, callback_number, reply_code, room, opened_at)
  SELECT gen_random_uuid(), 'OPEN' || extract(epoch FROM now())::bigint || '-' || n, ($3::text[])[1 + n % $2], 'severity', '1', 'Severity 1', 'paging',
    c, c, 10 + n % 9990, 'open-' || gen_random_uuid(), now() - interval '10 minutes'
  FROM generate_series(1, $1::int) n, LATERAL (SELECT '+121555501' || lpad((n % 100)::text, 2, '0') AS c) o`;

const PAGINGS = `
  INSERT INTO paging (id, case_id, desk, reason, plan, status, round, round_began_at, next_round_at, opened_at)
  SELECT gen_random_uuid(), id, desk, 'severity', 'emergency', 'open', 1, opened_at, now() + interval '15 minutes', opened_at
  FROM support_case WHERE number LIKE 'OPEN%' AND status = 'paging'`;

const FIRST_PAGES = `
  INSERT INTO page (id, paging_id, case_id, person, role, channel, round, address, status, created_at, attempted_at, settled_at)
  SELECT gen_random_uuid(), g.id, g.case_id, d.person, d.role, m.channel, 1, m.address, 'sent', g.opened_at, g.opened_at,
    CASE WHEN m.channel = 'voice' THEN g.opened_at END
  FROM paging g JOIN duty d ON d.desk = g.desk JOIN contact_method m ON m.person = d.person WHERE g.status = 'open'`;

// Ends with what the engine sees: the tasks.
const DUE = `
  WITH chosen AS (
    SELECT id, row_number() OVER (ORDER BY id) AS n FROM paging WHERE status = 'open'),
  timed AS (
    SELECT id, n, CASE WHEN n <= $2 THEN $1::timestamptz + (n * $3::float8) * interval '1 ms'
      ELSE $1::timestamptz + interval '15 minutes' END AS at FROM chosen),
  noted AS (INSERT INTO bench.due (paging, due_at) SELECT id, at FROM timed WHERE n <= $2),
  changed AS (UPDATE paging SET next_round_at = timed.at FROM timed WHERE paging.id = timed.id)
  INSERT INTO task (kind, key, subject, priority, due_at) SELECT 'paging.round', 'paging.round:' || id, id, 1, at FROM timed`;
