import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { newId } from '../kernel/index.ts';
import { mailToSend, sendWhatWaits } from './mail.store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2026-11-12T07:47:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

async function written(
  at: Date,
  more: { to?: string; thread?: string; status?: string } = {},
): Promise<string> {
  const id = newId(at);
  const { to = 'dana@example.com', thread = null, status = 'waiting' } = more;
  await database.pool.query(
    `INSERT INTO mail (id, to_address, subject, body, thread, status, sent_at, created_at)
     VALUES ($1, $2, 'x', 'y', $3, $4, CASE WHEN $4 = 'sent' THEN $5::timestamptz END, $5)`,
    [id, to, thread, status, at],
  );
  return id;
}

it('a mail server that comes late gets what waits, and not what is too old', async () => {
  const fresh = await written(hoursAgo(2));
  const old = await written(hoursAgo(80));
  await written(hoursAgo(1), { status: 'sent' });
  await sendWhatWaits(database.pool, now);
  const tasks = await database.pool.query('SELECT subject, due_at FROM task');
  expect(tasks.rows).toEqual([{ subject: fresh, due_at: now }]);
  const { rows } = await database.pool.query('SELECT status, last_error FROM mail WHERE id = $1', [old]);
  expect(rows).toEqual([{ status: 'failed', last_error: 'no mail server was set up; too old to be sent' }]);
});

it('a mail knows the earlier ones of its thread to the same reader, oldest first', async () => {
  const first = await written(hoursAgo(9), { thread: 'DINO-1042', status: 'sent' });
  await written(hoursAgo(8), { thread: 'DINO-1042', to: 'eve@example.com' });
  const second = await written(hoursAgo(7), { thread: 'DINO-1042', status: 'sent' });
  const third = await written(hoursAgo(6), { thread: 'DINO-1042' });
  await written(hoursAgo(5), { thread: 'DINO-1042' });
  expect((await mailToSend(database.pool, third))?.after).toEqual([first, second]);
  expect(await mailToSend(database.pool, second)).toBeUndefined();
});
