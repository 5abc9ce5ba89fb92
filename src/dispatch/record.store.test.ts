import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { tellNight } from '../../test/support/story.ts';
import type { Task } from '../engine/index.ts';
import { recordPlaced, recordSent } from './record.store.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  await tellNight(database.db);
});
afterEach(() => database.close());

const at = new Date('2026-11-12T03:00:00Z');
const task: Task = {
  id: '1',
  kind: 'call.place',
  key: 'call.place:1',
  subject: '1',
  data: {},
  priority: 0,
  dueAt: at,
  attempt: 1,
  owner: 1,
};

// A report on the same call takes the call first. Were the answer to take the pages first, each could wait for the other:
// PostgreSQL finds that out after a second, in which a call that speaks for 200 cases stops a desk.
it.each([
  [
    'call',
    'call',
    'call_id',
    (id: string) =>
      recordPlaced(database.pool, id, { carrierId: 'CA1', status: 'queued' }, { at, lookAt: at }, task),
  ],
  [
    'text',
    'text_message',
    'text_id',
    (id: string) => recordSent(database.pool, id, { carrierId: 'SM1', status: 'queued' }, at, task),
  ],
] as const)('the answer to a %s takes its row before its pages', async (_what, table, column, record) => {
  const { rows } = await database.pool.query<{ page: string; id: string }>(
    `SELECT id AS page, ${column} AS id FROM page WHERE ${column} IS NOT NULL LIMIT 1`,
  );
  const { page, id } = rows[0]!;
  const other = await database.pool.connect();
  await other.query('BEGIN');
  await other.query('SELECT 1 FROM page WHERE id = $1 FOR UPDATE', [page]);
  const recorded = record(id);
  try {
    await expect.poll(waiting).toBe(1);
    const free = await database.pool.query(`SELECT 1 FROM ${table} WHERE id = $1 FOR UPDATE SKIP LOCKED`, [
      id,
    ]);
    expect(free.rowCount).toBe(0);
  } finally {
    await other.query('ROLLBACK');
    await recorded;
    other.release();
  }
});

it('what was accepted while the answer to a call waited for its page is not wanted any more', async () => {
  const { rows } = await database.pool.query<{ page: string; id: string }>(
    `SELECT page.id AS page, call_id AS id FROM page JOIN paging ON paging.id = paging_id AND paging.status = 'open'
     WHERE call_id IS NOT NULL AND settled_at IS NULL LIMIT 1`,
  );
  const { page, id } = rows[0]!;
  const accepting = await database.pool.connect();
  await accepting.query('BEGIN');
  await accepting.query(`UPDATE page SET status = 'stood-down', settled_at = $2 WHERE id = $1`, [page, at]);
  const answer = { carrierId: 'CA1', status: 'queued' } as const;
  const wanted = recordPlaced(database.pool, id, answer, { at, lookAt: at }, task);
  await expect.poll(waiting).toBe(1);
  await accepting.query('COMMIT');
  accepting.release();
  expect(await wanted).toBe(false);
});

async function waiting(): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows[0]!.n;
}
