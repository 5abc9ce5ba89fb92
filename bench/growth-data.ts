import type { Pool, PoolClient } from 'pg';
import type { BenchDesk } from './desks.ts';

/**
 * Closed cases of the last three years, each with what belongs to it: a call with four events, a paging, two pages with
 * five receipt events each, a page call, two texts and mostly an answer, five timeline events. Foreign keys are not checked while they are
 * written, and indexes are made afterwards: both are what takes the time.
 */
export async function closedCases(pool: Pool, desks: readonly BenchDesk[], count: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SET statement_timeout = 0');
    await client.query('SET session_replication_role = replica');
    await client.query("SET maintenance_work_mem = '512MB'");
    await client.query('CREATE SCHEMA IF NOT EXISTS bench');
    await client.query(ID_OF);
    await client.query(
      'CREATE TABLE bench.desk (place int PRIMARY KEY, desk text, number text, person text, phone text)',
    );
    await client.query(DESKS, [JSON.stringify(desks.map((desk) => ({ ...desk, person: desk.people[0] })))]);
    await client.query(CASES, [count, new Date()]);
    await client.query('BEGIN');
    await client.query(`TRUNCATE ${TABLES.join(', ')} CASCADE`);
    await client.query(LEAVE_INDEXES);
    for (const statement of STATEMENTS) await client.query(statement);
    for (const table of TABLES) await client.query(`REINDEX TABLE ${table}`);
    await client.query('DROP TABLE bench.old');
    await client.query('COMMIT');
    await checkWhole(client);
    await client.query('VACUUM ANALYZE');
    // What was written goes to disk now and not while something is measured.
    await client.query('CHECKPOINT');
    await client.query('RESET ALL');
  } finally {
    client.release();
  }
}

/** Foreign keys were not checked while the rows were written: a row that belongs to nothing would be cheaper than any is. */
async function checkWhole(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ n: number }>(`
    SELECT count(*)::int AS n FROM page_event e JOIN page p ON p.id = e.page_id JOIN paging g ON g.id = p.paging_id
    JOIN call c ON c.case_id = g.case_id AND c.direction = 'inbound' JOIN support_case s ON s.id = c.case_id
    WHERE s.number = 'OLD-1'`);
  if (rows[0]?.n !== 10) throw new Error(`a closed case has ${rows[0]?.n} receipt events instead of 10`);
}

// Version 7 in its looks and in its order: ids of rows made one after another lie side by side in their indexes.
const ID_OF = `
  CREATE OR REPLACE FUNCTION bench.id_of(at timestamptz, kind int, n int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(kind), 3, '0')
      || '8' || lpad(to_hex(n), 15, '0'))::uuid $$`;

const TABLES = [
  'support_case',
  'case_event',
  'call',
  'call_event',
  'recording',
  'text_message',
  'paging',
  'page',
  'page_event',
];

// An index that is kept while twenty-seven million rows are written costs twice what it costs to make it afterwards:
// these are taken out of use, the keys that others refer to included, until REINDEX makes them anew.
const LEAVE_INDEXES = `
  UPDATE pg_index SET indisready = false, indisvalid = false WHERE indrelid = ANY ('{${TABLES.join(',')}}'::regclass[])`;

const DESKS = `
  INSERT INTO bench.desk SELECT n - 1, d->>'desk', d->>'number', d->'person'->>'key', d->'person'->>'number'
  FROM jsonb_array_elements($1) WITH ORDINALITY o (d, n)`;

// One row a case, `$1` of them: when it was, as seen from `$2`, whose it is, and the ids of all that belongs to it, which
// are dearer to make than all else.
const CASES = `
  CREATE TABLE bench.old AS
  SELECT n, at, caller, desk, number, person, phone, ARRAY(SELECT bench.id_of(at, kind, n) FROM generate_series(1, 9) kind) AS ids
  FROM generate_series(1, $1::int) n
  CROSS JOIN LATERAL (SELECT $2::timestamptz - interval '1 day' - (($1::int - n) * (interval '3 years' / $1::int)) AS at,
    '+12' || lpad((n % 90 + 10)::text, 2, '0') || '55501' || lpad((n / 90 % 100)::text, 2, '0') AS caller) o
  JOIN bench.desk d ON d.place = n % (SELECT count(*) FROM bench.desk) ORDER BY n`;

const STATEMENTS = [
  `INSERT INTO support_case (id, number, desk, kind, severity, summary, status, caller, callback_number, reply_code, room,
     opened_at, acknowledged_at, acknowledged_by, contacted_at, resolved_at, closed_at, closing_reason)
   SELECT ids[1], 'OLD-' || n, desk, 'severity', (1 + n % 4)::text, 'Severity ' || (1 + n % 4), 'closed',
     caller, caller, 10 + n % 9990, 'old-' || n, at, at + interval '1 minute', person, at + interval '2 minutes',
     at + interval '1 hour', at + interval '2 hours', 'repaired' FROM bench.old`,
  `INSERT INTO case_event (case_id, at, event, data)
   SELECT ids[1], at + e * interval '1 minute', 'case.' || e, '{"by": "somebody"}'
   FROM bench.old CROSS JOIN generate_series(1, 5) e`,
  `INSERT INTO call (id, desk, direction, purpose, carrier_id, from_number, to_number, case_id, status, sequence, place,
     created_at, answered_at, bridged_at, ended_at)
   SELECT ids[2], desk, 'inbound', 'support', 'CA' || md5('in' || n), caller, number,
     ids[1], 'completed', 3, 'bridge', at, at, at + interval '2 minutes', at + interval '10 minutes'
   FROM bench.old`,
  `INSERT INTO call (id, desk, direction, purpose, carrier_id, from_number, to_number, person, case_id, status, sequence,
     place, created_at, answered_at, ended_at)
   SELECT ids[3], desk, 'outbound', 'page', 'CA' || md5('out' || n), number, phone, person,
     ids[1], 'completed', 3, 'offer', at, at + interval '20 seconds', at + interval '10 minutes'
   FROM bench.old`,
  `INSERT INTO recording (id, call_id, case_id, carrier_id, url, duration_seconds, created_at)
   SELECT ids[9], ids[2], ids[1], 'RE' || md5('in' || n), 'https://example.com',
     20, at FROM bench.old WHERE n % 5 = 0`,
  `INSERT INTO call_event (call_id, at, event, data)
   SELECT ids[2], at + e * interval '1 minute', 'call.' || e, '{}'
   FROM bench.old CROSS JOIN generate_series(1, 4) e`,
  `INSERT INTO text_message (id, direction, purpose, desk, carrier_id, from_number, to_number, body, person, case_id, status,
     created_at, settled_at)
   SELECT ids[3 + e], 'outbound', 'page', desk, 'SM' || md5(e || ' ' || n), number, phone,
     'A42 accepts, N42 declines. SEV 1 OLD ' || caller, person, ids[1], 'delivered', at, at + interval '3 seconds'
   FROM bench.old CROSS JOIN generate_series(1, 2) e`,
  `INSERT INTO text_message (id, direction, purpose, desk, carrier_id, from_number, to_number, body, person, case_id, status,
     created_at, settled_at)
   SELECT ids[9], 'inbound', 'received', desk, 'SM' || md5('in' || n), phone, number,
     'A' || (10 + n % 9990) || ' on my way', person, ids[1], 'received', at + interval '1 minute', at + interval '1 minute'
   FROM bench.old WHERE n % 5 <> 0`,
  `INSERT INTO paging (id, case_id, desk, reason, plan, status, round, round_began_at, opened_at, ended_at, acknowledged_by,
     acknowledged_via)
   SELECT ids[6], ids[1], desk, 'severity', 'emergency', 'acknowledged', 1, at, at,
     at + interval '1 minute', person, 'voice' FROM bench.old`,
  `INSERT INTO page (id, paging_id, case_id, person, role, channel, round, address, status, call_id, text_id, carrier_id,
     link_token, created_at, attempted_at, settled_at)
   SELECT ids[6 + e], ids[6], ids[1], person, 'senior-technician',
     (ARRAY['voice', 'sms'])[e], 1, phone, 'acknowledged', CASE e WHEN 1 THEN ids[3] END,
     CASE e WHEN 2 THEN ids[4] END, NULL, md5(e || ' ' || n), at, at, at + interval '1 minute'
   FROM bench.old CROSS JOIN generate_series(1, 2) e`,
  `INSERT INTO page_event (page_id, at, event, data)
   SELECT ids[6 + p], at + e * interval '5 seconds', 'step-' || e, '{"address": "nobody"}'
   FROM bench.old CROSS JOIN generate_series(1, 2) p CROSS JOIN generate_series(1, 5) e`,
];
