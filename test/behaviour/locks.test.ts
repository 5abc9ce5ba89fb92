import type { PoolClient } from 'pg';
import { expect, it } from 'vitest';
import { desks, type Desk } from '../support/caller.ts';
import { anna, bo } from '../support/people.ts';
import { DINO_NUMBER } from '../support/world.ts';

/** Who waits for whom: two that wait for each other cost PostgreSQL a second to find out, and everybody behind them too. */
const opens = desks();
const soon = { timeout: 5_000, interval: 20 };

async function sql<T>(desk: Desk, text: string, values: unknown[] = []): Promise<T[]> {
  return (await desk.database.pool.query(text, values)).rows as T[];
}

/** A connection with something in its hands until `work` ends. */
async function holding<T>(desk: Desk, lock: string, values: unknown[], work: () => Promise<T>): Promise<T> {
  const other = await desk.database.pool.connect();
  await other.query('BEGIN');
  await other.query(lock, values);
  try {
    return await work();
  } finally {
    await other.query('ROLLBACK');
    other.release();
  }
}

/** Runs a statement that must not have to wait, and undoes it. */
async function atOnce(desk: Desk, text: string, values: unknown[]): Promise<unknown[]> {
  const client: PoolClient = await desk.database.pool.connect();
  await client.query(`BEGIN; SET LOCAL lock_timeout = '500ms'`);
  try {
    return (await client.query(text, values)).rows as unknown[];
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const waiting = async (desk: Desk): Promise<number> =>
  (
    await sql<{ n: number }>(
      desk,
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    )
  )[0]!.n;

async function legTo(desk: Desk, number: string): Promise<{ id: string; sid: string }> {
  const text = 'SELECT id, carrier_id AS sid FROM call WHERE to_number = $1 AND ended_at IS NULL';
  return (await sql<{ id: string; sid: string }>(desk, text, [number]))[0]!;
}

async function ringing(): Promise<Desk> {
  const desk = await opens();
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('1', 5);
  return desk;
}

it('a phone can be asked for while the end of its call waits for a page', async () => {
  const desk = await ringing();
  const leg = await legTo(desk, bo.voice!);
  const lock = 'SELECT 1 FROM page WHERE call_id = $1 FOR NO KEY UPDATE';
  await holding(desk, lock, [leg.id], async () => {
    const report = { CallSid: leg.sid, CallStatus: 'no-answer', SequenceNumber: '9' };
    const reported = desk.webhook(`/twilio/leg/${leg.id}/status`, report);
    await expect.poll(() => waiting(desk), soon).toBe(1);
    const reserve = `INSERT INTO call (id, desk, direction, purpose, to_number, status, created_at)
      VALUES (gen_random_uuid(), 'dino', 'outbound', 'page', $1, 'sending', now())
      ON CONFLICT (to_number, line) WHERE purpose IN ('page', 'connect', 'alarm') AND ended_at IS NULL AND status <> 'lost'
      DO NOTHING RETURNING id`;
    expect(await atOnce(desk, reserve, [bo.voice])).toEqual([]);
    return { reported };
  }).then(({ reported }) => reported);
  await expect.poll(async () => legTo(desk, bo.voice!), soon).toBeUndefined();
});

/** Anna is paged for two cases, and their callers have gone; the cases' ids in order. */
async function twoCases(desk: Desk): Promise<[first: string, second: string]> {
  for (const number of ['+12025551201', '+12025551202']) {
    const customer = desk.customer(number);
    await customer.calls();
    await customer.presses('1', 2);
    await customer.hangsUp();
  }
  const cases = await sql<{ id: string }>(desk, 'SELECT id FROM support_case ORDER BY id');
  return [cases[0]!.id, cases[1]!.id];
}

/** Somebody has the second case in their hands while `answer` takes both: nobody has a page of the first then. */
async function takesBothBeforeAPage(
  desk: Desk,
  [first, second]: [string, string],
  answer: () => Promise<{ status: number }>,
): Promise<void> {
  const lock = 'SELECT 1 FROM support_case WHERE id = $1 FOR NO KEY UPDATE';
  const { accepted } = await holding(desk, lock, [second], async () => {
    const accepted = answer();
    await expect.poll(() => waiting(desk), soon).toBe(1);
    const pages = 'SELECT id FROM page WHERE case_id = $1 FOR NO KEY UPDATE';
    expect(await atOnce(desk, pages, [first])).not.toEqual([]);
    return { accepted };
  });
  expect((await accepted).status).toBe(200);
  const taken = await sql<{ by: string }>(desk, 'SELECT acknowledged_by AS by FROM support_case');
  expect(taken).toEqual([{ by: 'anna' }, { by: 'anna' }]);
}

it('a key that takes two cases has both of them before it has a page of either', async () => {
  const desk = await opens();
  const cases = await twoCases(desk);
  await desk.passes(60);
  desk.phones.telephone(anna.voice!).answer();
  await desk.passes(12);
  const leg = await legTo(desk, anna.voice!);
  const fields = { CallSid: leg.sid, CallStatus: 'in-progress', Digits: '1' };
  const key = () => desk.webhook(`/twilio/leg/${leg.id}/key?about=offer`, fields);
  await takesBothBeforeAPage(desk, cases, key);
});

it('a text with two codes has both of its cases before it has a page of either', async () => {
  const desk = await opens();
  const cases = await twoCases(desk);
  const codes = await sql<{ code: number }>(desk, 'SELECT reply_code AS code FROM support_case ORDER BY id');
  const Body = codes.map(({ code }) => `A${code}`).join(' ');
  const fields = { MessageSid: `SM${'0'.repeat(32)}`, From: anna.sms!, To: DINO_NUMBER, Body };
  await takesBothBeforeAPage(desk, cases, () => desk.webhook('/twilio/sms', fields));
});

it('what only names a case, a call or a page does not wait for who has it', async () => {
  const desk = await ringing();
  const leg = await legTo(desk, bo.voice!);
  const [page] = await sql<{ id: string; caseId: string }>(
    desk,
    'SELECT id, case_id AS "caseId" FROM page WHERE call_id = $1',
    [leg.id],
  );
  // Both wait for Bo's page, the one with Bo's call in its hands and the other with the case.
  const lock = 'SELECT 1 FROM page WHERE id = $1 FOR NO KEY UPDATE';
  const { ends } = await holding(desk, lock, [page!.id], async () => {
    const annas = await legTo(desk, anna.voice!);
    const ends = [
      desk.webhook(`/twilio/leg/${leg.id}/status`, {
        CallSid: leg.sid,
        CallStatus: 'busy',
        SequenceNumber: '9',
      }),
      desk.webhook(`/twilio/leg/${annas.id}/key?about=one:${page!.caseId}`, {
        CallSid: annas.sid,
        CallStatus: 'in-progress',
        Digits: '1',
      }),
    ];
    await expect.poll(() => waiting(desk), soon).toBe(2);
    const events: [string, string][] = [
      [`INSERT INTO call_event (call_id, at, event) VALUES ($1, now(), 'noted')`, leg.id],
      [`INSERT INTO case_event (case_id, at, event) VALUES ($1, now(), 'noted')`, page!.caseId],
      [`INSERT INTO page_event (page_id, at, event) VALUES ($1, now(), 'noted')`, page!.id],
    ];
    for (const [insert, id] of events) await atOnce(desk, insert, [id]);
    return { ends };
  });
  for (const { status } of await Promise.all(ends)) expect(status).toBe(200);
});

it('a page that was stood down while its call was being answered stays so', async () => {
  const desk = await ringing();
  const leg = await legTo(desk, bo.voice!);
  const accepting = await desk.database.pool.connect();
  await accepting.query('BEGIN');
  const settle = `UPDATE page SET status = 'stood-down', settled_at = now() WHERE call_id = $1`;
  await accepting.query(settle, [leg.id]);
  const answered = desk.webhook(`/twilio/leg/${leg.id}`, { CallSid: leg.sid, CallStatus: 'in-progress' });
  await expect.poll(() => waiting(desk), soon).toBe(1);
  await accepting.query('COMMIT');
  accepting.release();
  expect((await answered).status).toBe(200);
  const text = 'SELECT status FROM page WHERE call_id = $1';
  expect(await sql(desk, text, [leg.id])).toEqual([{ status: 'stood-down' }]);
});
