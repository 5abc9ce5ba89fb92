import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.close());

it('checks a foreign key through the index while the table is small, so that the kept plan serves when it is not', async () => {
  // A table of two pages, as ANALYZE finds it after the first nights: left to itself PostgreSQL would read all of it.
  await database.pool
    .query(`INSERT INTO support_case (id, number, desk, kind, summary, status, reply_code, room, opened_at)
    SELECT gen_random_uuid(), 'T-' || n, 'dino', 'feedback', 'noise', 'open', 10, 'room-' || n, timestamptz '2026-11-12T07:47:00Z' + n * interval '1 hour'
    FROM generate_series(1, 60) n`);
  await database.pool.query('VACUUM ANALYZE support_case');
  const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(
    `EXPLAIN SELECT 1 FROM ONLY support_case x WHERE id = '018f0000-0000-7000-8000-000000000000' FOR KEY SHARE OF x`,
  );
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('support_case_pkey');
});
