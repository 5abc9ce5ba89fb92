import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { tellNight } from '../../test/support/story.ts';
import { callCameTo, textCameTo } from './quick-progress.store.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  await tellNight(database.db);
});
afterEach(() => database.close());

const at = new Date('2026-11-12T03:00:00Z');

/** Four texts, or calls, of pages, as if the carrier had just been asked: nothing has been told of them. */
async function asked(column: 'call_id' | 'text_id'): Promise<{ page: string; id: string }[]> {
  const { rows } = await database.pool.query<{ page: string; id: string }>(
    `UPDATE page SET status = 'sending', settled_at = NULL, carrier_id = NULL WHERE id IN (
       SELECT DISTINCT ON (${column}) id FROM page WHERE ${column} IS NOT NULL ORDER BY ${column} LIMIT 4) RETURNING id AS page, ${column} AS id`,
  );
  const table = column === 'call_id' ? 'call' : 'text_message';
  const live = column === 'call_id' ? 'ended_at = NULL, sequence = -1' : 'settled_at = NULL';
  // One phone has one call at a time.
  const phones = column === 'call_id' ? `, to_number = id::text` : '';
  await database.pool.query(
    `UPDATE ${table} SET status = 'sending', carrier_id = NULL, ${live}${phones} WHERE id = ANY($1)`,
    [rows.map(({ id }) => id)],
  );
  return rows;
}

async function pageOf(id: string) {
  const { rows } = await database.pool.query<{ status: string; carrierId: string; told: string[] }>(
    `SELECT status, carrier_id AS "carrierId", ARRAY(SELECT event FROM page_event WHERE page_id = page.id AND at = $2
       ORDER BY id) AS told FROM page WHERE id = $1`,
    [id, at],
  );
  return rows[0];
}

it('reports of several texts that come at once are each written on their own receipt', async () => {
  const texts = await asked('text_id');
  const ways = ['sent', 'delivered', 'queued', 'sent'] as const;
  const settled = texts.map(({ id }, n) => textCameTo(database.pool, id, `SM${n}`, ways[n]!, at));
  expect(await Promise.all(settled)).toEqual([true, true, true, true]);
  const told = [['at-carrier'], ['delivered'], [], ['at-carrier']];
  const statuses = ['sent', 'delivered', 'sent', 'sent'];
  for (const [n, { page }] of texts.entries())
    expect(await pageOf(page)).toEqual({ status: statuses[n], carrierId: `SM${n}`, told: told[n] });
});

it('reports of several calls that come at once are each written on their own receipt', async () => {
  const calls = await asked('call_id');
  const ways = ['ringing', 'queued', 'ringing', 'queued'] as const;
  const settled = calls.map(({ id }, n) => callCameTo(database.pool, id, `CA${n}`, ways[n]!, at, n));
  expect(await Promise.all(settled)).toEqual([true, true, true, true]);
  for (const [n, { page }] of calls.entries()) {
    const rings = ways[n] === 'ringing';
    const told = rings ? ['rang'] : [];
    expect(await pageOf(page)).toEqual({ status: rings ? 'ringing' : 'sending', carrierId: `CA${n}`, told });
  }
});

it.each(['text_id', 'call_id'] as const)(
  'a report whose page somebody has goes the long way and holds up no other: %s',
  async (column) => {
    const things = await asked(column);
    const report = (n: number) =>
      column === 'text_id'
        ? textCameTo(database.pool, things[n]!.id, `X${n}`, 'sent', at)
        : callCameTo(database.pool, things[n]!.id, `X${n}`, 'ringing', at, n);
    const accepting = await database.pool.connect();
    await accepting.query('BEGIN');
    await accepting.query('SELECT 1 FROM page WHERE id = $1 FOR NO KEY UPDATE', [things[1]!.page]);
    try {
      // The first goes alone, the others together behind it.
      expect(await Promise.all([0, 1, 2].map(report))).toEqual([true, false, true]);
      expect(await pageOf(things[1]!.page)).toEqual({ status: 'sending', carrierId: null, told: [] });
    } finally {
      await accepting.query('ROLLBACK');
      accepting.release();
    }
  },
);

it('what has come further already is told nothing new, and another id is for the long way', async () => {
  const [text] = await asked('text_id');
  expect(await textCameTo(database.pool, text!.id, 'SM1', 'delivered', at)).toBe(true);
  expect(await textCameTo(database.pool, text!.id, 'SM1', 'sent', at)).toBe(true);
  expect(await textCameTo(database.pool, text!.id, 'SM2', 'sent', at)).toBe(false);
  expect(await pageOf(text!.page)).toEqual({ status: 'delivered', carrierId: 'SM1', told: ['delivered'] });
});
