import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('DELETE FROM support_case'));

/** Cases with these codes, all in one status. */
async function cases(codes: string, status: string): Promise<void> {
  await database.pool.query(
    `INSERT INTO support_case (id, number, desk, kind, summary, status, reply_code, room, opened_at, acknowledged_at,
       acknowledged_by_account, closed_at, closing_reason)
     SELECT gen_random_uuid(), 'T-' || n, 'dino', 'unsorted', '', $1, n, 'room-' || n, now(), now(), 'Sue', now(), 'done'
     FROM generate_series(${codes}) n`,
    [status],
  );
}

async function codeAfter(last: number): Promise<number> {
  await database.pool.query(`SELECT setval('reply_code', ${last})`);
  const { rows } = await database.pool.query<{ code: number }>('SELECT next_reply_code() AS code');
  return rows[0]!.code;
}

it.each(['open', 'paging', 'acknowledged', 'in-contact'])(
  'passes over the code of a case that is %s',
  async (status) => {
    await cases('42, 44', status);
    expect(await codeAfter(41)).toBe(45);
  },
);

it.each(['resolved', 'closed', 'cancelled'])('uses the code of a case that is %s again', async (status) => {
  await cases('42, 42', status);
  expect(await codeAfter(41)).toBe(42);
});

it('goes round to the first free code', async () => {
  await cases('9990, 9999', 'paging');
  await cases('10, 12', 'open');
  expect(await codeAfter(9989)).toBe(13);
});

it('gives a code even when all belong to open cases: one that no phone is asked for', async () => {
  await cases('10, 5000', 'paging');
  await cases('5002, 9999', 'paging');
  await cases('5001, 5001', 'open');
  expect(await codeAfter(41)).toBe(5001);
});
