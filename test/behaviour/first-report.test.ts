import { expect, it } from 'vitest';
import { desks } from '../support/caller.ts';
import { bo } from '../support/people.ts';

const opens = desks();
const PLACED = `CA${'7'.repeat(32)}`;

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
