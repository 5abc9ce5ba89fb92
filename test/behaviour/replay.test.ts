import { expect, it } from 'vitest';
import { desks, type Desk } from '../support/caller.ts';
import { anna, bo } from '../support/people.ts';

const opens = desks();

/** Everything that a repetition could have added or changed, but for what a call was told once more. */
async function effects(desk: Desk): Promise<string> {
  const { rows } = await desk.database.pool.query(`SELECT
    (SELECT jsonb_agg(to_jsonb(s) ORDER BY s.id) FROM support_case s) AS cases,
    (SELECT jsonb_agg(to_jsonb(g) ORDER BY g.id) FROM paging g) AS pagings,
    (SELECT jsonb_agg(to_jsonb(p) ORDER BY p.id) FROM page p) AS pages,
    (SELECT jsonb_agg(to_jsonb(e) ORDER BY e.id) FROM page_event e) AS receipts,
    (SELECT jsonb_agg(to_jsonb(e) ORDER BY e.id) FROM case_event e) AS timeline,
    (SELECT jsonb_agg(to_jsonb(t) ORDER BY t.id) FROM text_message t) AS texts,
    (SELECT jsonb_agg(to_jsonb(r) ORDER BY r.id) FROM recording r) AS recordings,
    (SELECT jsonb_agg(jsonb_build_array(c.id, c.status, c.ended_at, c.case_id, c.bridged_at) ORDER BY c.id) FROM call c) AS calls,
    (SELECT jsonb_agg(jsonb_build_array(k.kind, k.key) ORDER BY k.key) FROM task k) AS tasks`);
  return JSON.stringify(rows, null, 1);
}

it('every webhook of a night, sent again in the morning, has no second effect', async () => {
  const desk = await opens();
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('1', 2);
  desk.phones.telephone(bo.sms!).sendText('+18004803466', 'who is this');
  await desk.passes(2);
  desk.phones.telephone(anna.voice!).answer();
  await desk.passes(4);
  desk.phones.telephone(anna.voice!).press('1');
  await desk.passes(20);
  desk.phones.telephone(bo.sms!).sendText('+18004803466', 'A10');
  await desk.passes(5);
  await customer.hangsUp();
  await desk.passes(60);
  const other = desk.customer('+12025550107');
  await other.calls();
  await other.presses('4', 3);
  await other.presses('2', 10);
  await other.says('The report prints the wrong month. It can wait until tomorrow.', 8);
  await other.hangsUp();
  await desk.passes(3600);

  const captured = desk.phones.wire.filter(({ way }) => way === 'to-product');
  expect(captured.length).toBeGreaterThan(40);
  const before = await effects(desk);
  for (const { url, method, request } of captured) {
    if (method === 'POST') {
      const answer = await desk.webhook(url, request as Record<string, string>);
      expect([url, answer.status]).toEqual([url, 200]);
    }
  }
  expect(await effects(desk)).toBe(before);
}, 60_000);
