import { expect, it } from 'vitest';
import { desks, type Customer, type Desk, type LoggedCall } from '../support/caller.ts';
import { anna } from '../support/people.ts';
import { CUSTOMER, DINO_NUMBER, DINO_OFFICE } from '../support/world.ts';

const opens = desks();

const story = (call: LoggedCall) => call.events.map(({ event }) => event);

async function callsAnd(desk: Desk, does: (customer: Customer) => Promise<unknown>): Promise<LoggedCall> {
  const customer = desk.customer();
  await customer.calls();
  await does(customer);
  if (customer.phone.call) await customer.hangsUp();
  await desk.passes(3);
  return (await desk.calls()).at(-1)!;
}

it('every call is in the log with what was chosen, by key or by words', async () => {
  const desk = await opens({ at: new Date('2026-11-12T15:00:00Z') });
  const choices: [string, string][] = [
    ['1', 'Severity 1'],
    ['2', 'Severity 2'],
    ['3', 'Severity 3'],
    ['4', 'Severity 4'],
    ['5', 'Configuration'],
    ['6', 'Contract'],
    ['7', 'Feedback'],
  ];
  for (const [key, label] of choices) {
    const call = await callsAnd(desk, (customer) => customer.presses(key, 2));
    expect(call).toMatchObject({ from: CUSTOMER, to: DINO_NUMBER, choice: label, ended: true });
    expect(call.caseNumber).toMatch(/^DINO-10\d\d$/);
    expect(call.events.find(({ event }) => event === 'chose')?.data).toEqual({ key, label });
  }
  const spoken = await callsAnd(desk, (customer) => customer.says('my whole system is down'));
  expect(spoken.events.find(({ event }) => event === 'chose')?.data).toEqual({
    heard: 'my whole system is down',
    label: 'Severity 1',
  });
  const abandoned = await callsAnd(desk, async () => undefined);
  expect(abandoned).toMatchObject({ choice: null, ended: true });
  expect(story(abandoned)).toEqual(['came', 'ended', 'abandoned']);
  expect(await desk.calls()).toHaveLength(9);
});

it('a call tells its story in order, from the ring to the bridge and the end', async () => {
  const desk = await opens();
  const customer = desk.customer();
  await customer.calls(DINO_OFFICE);
  await customer.presses('1', 16);
  desk.phones.telephone(anna.voice!).answer();
  await desk.passes(4);
  desk.phones.telephone(anna.voice!).press('1');
  await desk.passes(10);
  await customer.hangsUp();
  const [call] = await desk.calls();
  expect(call).toMatchObject({
    to: DINO_OFFICE,
    choice: 'Severity 1',
    caseNumber: 'DINO-1042',
    place: 'bridge',
  });
  expect(call!.events[0]).toEqual({
    event: 'came',
    data: { from: CUSTOMER, to: DINO_OFFICE, verstat: 'TN-Validation-Passed-A' },
  });
  const told = story(call!).filter((event, i, all) => event !== all[i - 1]);
  expect(told.slice(0, -2)).toEqual(['came', 'chose', 'heard', 'bridge.join']);
  // The caller hung up: that they have left the room and that the call is over are told at one instant, in either order.
  expect(told.slice(-2).sort()).toEqual(['bridge.leave', 'ended']);
  const heard = call!.events.filter(({ event }) => event === 'heard').map(({ data }) => data['text']);
  expect(heard[0]).toBe('Four phones are ringing.');
  expect(heard.at(-1)).toBe('Anna has your case. You are being connected.');
});

it('a withheld number is logged as withheld, with the number that was keyed on the case', async () => {
  const desk = await opens();
  const customer = desk.customer();
  await customer.calls(undefined, 'anonymous');
  await customer.presses('1', 2);
  await customer.presses('2025550123#', 2);
  const [call] = await desk.calls();
  expect(call).toMatchObject({ from: null, caseNumber: 'DINO-1042' });
  expect(call!.events[0]!.data).toMatchObject({ from: 'withheld' });
  expect((await desk.newest()).timeline).toContainEqual(
    expect.objectContaining({ event: 'callback-number', data: { number: '+12025550123' } }),
  );
});

it('a hang-up of which nobody told us is found out, and the call gets its case', async () => {
  const desk = await opens();
  desk.phones.faults.add({ kind: 'callback-drop', number: CUSTOMER });
  const customer = desk.customer();
  await customer.calls();
  await customer.hangsUp();
  expect((await desk.calls())[0]).toMatchObject({ ended: false });
  await desk.passes(65);
  expect((await desk.calls())[0]).toMatchObject({ ended: true, caseNumber: 'DINO-1042' });
  expect(await desk.newest()).toMatchObject({ kind: 'unsorted', status: 'open' });
});
