import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { openDatabase, sqlStateOf, transaction, type OpenDatabase } from './index.ts';

const role = `narrow_${process.pid}`;
let database: TestDatabase;
let narrow: OpenDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query(`CREATE ROLE ${role} LOGIN CONNECTION LIMIT 2`);
  const url = new URL(database.url);
  url.username = role;
  narrow = openDatabase(url.href, { maxConnections: 10 });
});
afterAll(async () => {
  await narrow.close();
  await database.pool.query(`DROP ROLE ${role}`);
  await database.close();
});

const eight = Array.from({ length: 8 }, (_, index) => index);

it('waits for a connection when PostgreSQL has no more of them, in statements and transactions', async () => {
  const statements = eight.map((n) =>
    narrow.pool.query<{ n: number }>('SELECT $1::int AS n FROM pg_sleep(0.05)', [n]),
  );
  const transactions = eight.map((n) =>
    transaction(narrow.db, async (tx) => {
      const { rows } = await tx.$client.query<{ n: number }>('SELECT $1::int AS n FROM pg_sleep(0.05)', [n]);
      return rows[0]?.n;
    }),
  );
  expect((await Promise.all(statements)).map(({ rows }) => rows[0]?.n)).toEqual(eight);
  expect(await Promise.all(transactions)).toEqual(eight);
  expect(narrow.pool.totalCount).toBe(narrow.pool.idleCount);
});

it('does not wait for ever, and says what is missing', async () => {
  await database.pool.query(`ALTER ROLE ${role} CONNECTION LIMIT 0`);
  const none = openDatabase(narrow.url);
  const error: unknown = await none.pool.query('SELECT 1').catch((thrown: unknown) => thrown);
  expect(sqlStateOf(error)).toBe('53300');
  await none.close();
}, 15_000);
