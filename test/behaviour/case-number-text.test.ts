import { describe, expect, it } from 'vitest';
import type { Script } from '../../src/ivr/index.ts';
import { gsm7Segments } from '../../src/kernel/index.ts';
import { desks, type Desk } from '../support/caller.ts';
import { callsNordic, MARIA, nordicDesks, takesTheCall } from '../support/nordic.ts';
import { ulla } from '../support/people.ts';
import { CUSTOMER } from '../support/world.ts';

const opens = nordicDesks();
const opensDino = desks();
const LANDLINE = '+46846500451';
const IN_SWEDISH =
  'Ditt ärende hos DV Nordic har nummer DVN-2210. Ring 08-584 606 00 om du har frågor, och säg numret.';

const inbox = (desk: Desk, number: string): string[] =>
  desk.phones
    .telephone(number)
    .texts.filter(({ way }) => way === 'received')
    .map(({ body }) => body);
const eventsOf = async (desk: Desk, event: string) =>
  (await desk.case('DVN-2210')).timeline.filter((line) => line.event === event);

describe('when the call is over the customer is texted the case number', () => {
  it('in one segment, from the number that they called', async () => {
    const desk = await opens();
    const maria = await callsNordic(desk);
    await takesTheCall(desk, ulla);
    expect(inbox(desk, MARIA)).toEqual([]);
    await maria.hangsUp();
    await desk.passes(2);
    expect(inbox(desk, MARIA)).toEqual([IN_SWEDISH]);
    expect(gsm7Segments(IN_SWEDISH)).toBe(1);
    expect(await eventsOf(desk, 'customer.number-texted')).toHaveLength(1);
  });

  it('once a case, though they call about it again', async () => {
    const desk = await opens();
    for (let calls = 0; calls < 3; calls += 1) {
      const maria = await callsNordic(desk);
      await maria.hangsUp();
      await desk.passes(2);
    }
    expect(inbox(desk, MARIA)).toEqual([IN_SWEDISH]);
  });

  it('in the language that the call went on in', async () => {
    const desk = await opens();
    const maria = await callsNordic(desk, MARIA, 12);
    await maria.presses('9', 4);
    await maria.hangsUp();
    await desk.passes(2);
    expect(inbox(desk, MARIA)).toEqual([
      'Your case with DV Nordic support is DVN-2210. If you call us about it on 08-584 606 00, give that number.',
    ]);
  });

  it('not at a landline, where it is known to be one', async () => {
    const desk = await opens();
    const caller = await callsNordic(desk, LANDLINE);
    await caller.hangsUp();
    await desk.passes(30);
    expect(inbox(desk, LANDLINE)).toEqual([]);
    expect(await eventsOf(desk, 'customer.number-texted')).toEqual([]);
  });

  it('not at a phone that has said STOP', async () => {
    const desk = await opens();
    desk.phones.telephone(MARIA).sendText('+46858460600', 'STOP');
    await desk.passes(2);
    const maria = await callsNordic(desk);
    await maria.hangsUp();
    await desk.passes(30);
    expect(inbox(desk, MARIA)).not.toContain(IN_SWEDISH);
  });

  it('nor again at a phone that has said STOP since the first try', async () => {
    const desk = await opens();
    desk.phones.faults.add({ kind: 'rest-500', resource: 'Messages', number: MARIA });
    const maria = await callsNordic(desk);
    await maria.hangsUp();
    await desk.passes(1);
    desk.phones.telephone(MARIA).sendText('+46858460600', 'STOP');
    await desk.passes(2);
    desk.phones.faults.clear();
    await desk.passes(600);
    expect(inbox(desk, MARIA)).not.toContain(IN_SWEDISH);
    expect(await eventsOf(desk, 'customer.text-failed')).toMatchObject([{ data: { code: '21610' } }]);
  });

  it('and one that cannot be delivered stands in the timeline, and is not tried for ever', async () => {
    const desk = await opens();
    desk.phones.faults.add({ kind: 'sms-undelivered', code: 30006, number: MARIA });
    const maria = await callsNordic(desk);
    await maria.hangsUp();
    await desk.passes(3600);
    expect(await eventsOf(desk, 'customer.text-failed')).toMatchObject([{ data: { code: '30006' } }]);
    const { rows } = await desk.database.pool.query<{ tries: number }>(
      `SELECT count(*)::int AS tries FROM text_message WHERE to_number = $1`,
      [MARIA],
    );
    expect(rows).toEqual([{ tries: 1 }]);
  });
});

it.each([false, true])('a desk whose script says %s of it does so', async (textCaseNumber) => {
  const desk = await opensDino({
    scripts: (scripts: Script[]) =>
      scripts.forEach((script) => Object.assign(script, textCaseNumber ? { textCaseNumber } : {})),
  });
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('3', 8);
  await customer.hangsUp();
  await desk.passes(3);
  expect(inbox(desk, CUSTOMER).length).toBe(textCaseNumber ? 1 : 0);
});
