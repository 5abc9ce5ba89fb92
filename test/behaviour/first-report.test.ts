import { expect, it } from 'vitest';
import { desks, type Desk } from '../support/caller.ts';
import { bo } from '../support/people.ts';

const opens = desks();
const PLACED = `CA${'7'.repeat(32)}`;
const TWIN = `SM${'7'.repeat(32)}`;

/** Somebody presses 1, and Bo is paged by text: the row of that text. */
async function textToBo(desk: Desk): Promise<string> {
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('1', 5);
  const { rows } = await desk.database.pool.query<{ id: string }>(
    `SELECT id FROM text_message WHERE to_number = $1 AND purpose = 'page'`,
    [bo.sms],
  );
  return rows[0]!.id;
}

it("has the carrier's id on a line of the receipt although a report came before any answer to us", async () => {
  const desk = await opens();
  desk.phones.faults.add({ kind: 'rest-500', resource: 'Calls', number: bo.voice!, times: 1 });
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('1');
  const { rows } = await desk.database.pool.query<{ id: string }>(
    'SELECT id FROM call WHERE to_number = $1 AND carrier_id IS NULL',
    [bo.voice],
  );
  // It was placed all the same, and this much is heard of it.
  for (const [n, CallStatus] of ['initiated', 'no-answer'].entries()) {
    const report = { CallSid: PLACED, CallStatus, SequenceNumber: String(n) };
    expect(await desk.webhook(`/twilio/leg/${rows[0]!.id}/status`, report)).toMatchObject({ status: 200 });
  }
  const { pages } = await desk.newest();
  const page = pages.find(({ person, channel }) => person === 'bo' && channel === 'voice');
  expect(page).toMatchObject({ carrierId: PLACED, status: 'unanswered' });
  expect(page?.events.at(-1)).toMatchObject({ event: 'not-answered', data: { carrierId: PLACED } });
});

it('has both ids of a text that one process handed over before it died, and the next one again', async () => {
  const desk = await opens();
  const textId = await textToBo(desk);
  const failed = { MessageSid: TWIN, MessageStatus: 'undelivered', ErrorCode: '30003' };
  for (const report of [{ MessageSid: TWIN, MessageStatus: 'sent' }, failed]) {
    expect(await desk.webhook(`/twilio/text/${textId}/status`, report)).toMatchObject({ status: 200 });
  }
  await desk.passes(30);
  const { pages } = await desk.newest();
  const page = pages.find(({ person, channel }) => person === 'bo' && channel === 'sms');
  // The one that is in the books arrived, whatever became of the other: nothing is sent again.
  expect(page).toMatchObject({ status: 'delivered' });
  expect(page?.carrierId).not.toBe(TWIN);
  const doubled = page!.events.filter(({ event }) => event === 'doubled');
  expect(doubled.map(({ data }) => data)).toEqual([
    { carrierId: TWIN, status: 'sent' },
    { carrierId: TWIN, status: 'undelivered' },
  ]);
  const texts = desk.phones.telephone(bo.sms!).texts.filter(({ way }) => way === 'received');
  expect(texts).toHaveLength(1);
});

it('takes a text for delivered when the one that was handed over twice arrives by its other id', async () => {
  const desk = await opens();
  desk.phones.faults.add({ kind: 'sms-never-delivered', number: bo.sms! });
  const textId = await textToBo(desk);
  const pageOfBo = async () =>
    (await desk.newest()).pages.find(({ person, channel }) => person === 'bo' && channel === 'sms')!;
  expect(await pageOfBo()).toMatchObject({ status: 'sent' });
  const report = { MessageSid: TWIN, MessageStatus: 'delivered' };
  for (let times = 0; times < 2; times += 1) await desk.webhook(`/twilio/text/${textId}/status`, report);
  const { status, events } = await pageOfBo();
  expect(status).toBe('delivered');
  expect(events.filter(({ event }) => event === 'doubled')).toHaveLength(1);
});
