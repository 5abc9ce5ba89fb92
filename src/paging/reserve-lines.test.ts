import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { enrol, vaxel } from '../../test/support/people.ts';
import { newId } from '../kernel/index.ts';
import { reservePhones, type PageCallRow } from './page.store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await enrol(database.pool, [vaxel]);
});
afterAll(() => database.close());

const now = new Date('2026-11-12T03:00:00Z');
const callTo = (number: string, lines?: number): PageCallRow => ({
  id: newId(now),
  desk: 'dvnordic',
  person: 'vaxel',
  from_number: '+46858460600',
  to_number: number,
  carrier: 'twilio',
  attempt: 1,
  ...(lines === undefined ? {} : { lines }),
});

/** As a process does it: the call is asked for, and for a while nobody else can see that it has a line. */
async function asksFor(calls: PageCallRow[], purpose: 'page' | 'drill' = 'page'): Promise<number> {
  const process = await database.pool.connect();
  try {
    await process.query('BEGIN');
    const reserved = await reservePhones(process, calls, purpose, now);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await process.query('COMMIT');
    return reserved.size;
  } catch (error) {
    await process.query('ROLLBACK');
    throw error;
  } finally {
    process.release();
  }
}

async function linesOf(number: string): Promise<number[]> {
  const { rows } = await database.pool.query<{ line: number }>(
    'SELECT line FROM call WHERE to_number = $1 AND ended_at IS NULL ORDER BY line',
    [number],
  );
  return rows.map(({ line }) => line);
}

it('gives as many lines as there are to processes that ask at the same moment, each to one', async () => {
  const number = '+46846500001';
  const asked = await Promise.all(Array.from({ length: 7 }, () => asksFor([callTo(number, 3)])));
  expect(asked.filter((got) => got === 1)).toHaveLength(3);
  expect(await linesOf(number)).toEqual([1, 2, 3]);
});

it('gives two calls of one round to one phone two lines, in whatever order others ask', async () => {
  const numbers = ['+46846500011', '+46846500012'];
  const round = () => numbers.flatMap((number) => [callTo(number, 4), callTo(number, 4)]);
  expect(await Promise.all([asksFor(round()), asksFor(round().reverse()), asksFor(round())])).toEqual(
    expect.arrayContaining([4, 4, 0]),
  );
  for (const number of numbers) expect(await linesOf(number)).toEqual([1, 2, 3, 4]);
});

it('leaves the first line to those that may have no other, as long as it can', async () => {
  const number = '+46846500021';
  expect(await asksFor([callTo(number, 2)])).toBe(1);
  expect(await linesOf(number)).toEqual([2]);
  expect(await asksFor([callTo(number)], 'drill')).toBe(1);
  expect(await asksFor([callTo(number)])).toBe(0);
  expect(await asksFor([callTo(number, 2)])).toBe(0);
});

it('gives the line of a call that has ended to the next', async () => {
  const number = '+46846500031';
  await asksFor([callTo(number, 2)]);
  await asksFor([callTo(number, 2)]);
  await database.pool.query('UPDATE call SET ended_at = $2 WHERE to_number = $1 AND line = 2', [number, now]);
  expect(await asksFor([callTo(number, 2)])).toBe(1);
  expect(await asksFor([callTo(number, 2)])).toBe(0);
  expect(await linesOf(number)).toEqual([1, 2]);
});
