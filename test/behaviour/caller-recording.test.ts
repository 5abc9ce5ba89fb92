import { expect, it } from 'vitest';
import { desks, type Customer, type Desk } from '../support/caller.ts';
import { CUSTOMER, DINO_NUMBER } from '../support/world.ts';

const opens = desks();

async function atTheBeep(desk: Desk): Promise<Customer> {
  const customer = desk.customer();
  await customer.calls();
  await customer.presses('3', 3);
  await customer.presses('2', 10);
  return customer;
}

const timesRecorded = async (desk: Desk) =>
  (await desk.newest()).timeline.filter((event) => event.event === 'message.recorded').length;

it('ends by pound, silence or hanging up, and is on the case once', async () => {
  const desk = await opens();
  for (const [number, ends] of [
    [CUSTOMER, (c: Customer) => c.presses('#', 20)],
    ['+12025550121', () => desk.passes(30)],
    ['+12025550122', (c: Customer) => c.hangsUp()],
  ] as const) {
    const customer = desk.customer(number);
    await customer.calls();
    await customer.presses('3', 3);
    await customer.presses('2', 10);
    customer.phone.say('This is Dana Reyes of Acme. The nightly report is empty since yesterday.');
    await desk.passes(5);
    await ends(customer);
    await desk.passes(5);
    const found = await desk.newest();
    expect(found.caller).toBe(number);
    expect(await timesRecorded(desk)).toBe(1);
    expect((await desk.recordings()).at(-1)).toMatchObject({
      caseNumber: found.number,
      url: expect.stringContaining('/Recordings/RE') as string,
      seconds: expect.any(Number) as number,
    });
    expect((await desk.calls()).at(-1)!.events.filter((event) => event.event === 'recorded')).toHaveLength(1);
  }
  expect(await desk.recordings()).toHaveLength(3);
});

it('that is nothing but silence is asked for once more, then the caller is let go with a case', async () => {
  const desk = await opens();
  const customer = await atTheBeep(desk);
  customer.news();
  await desk.passes(4);
  expect(customer.news()).toContain('I did not hear a message.');
  await desk.passes(60);
  expect(customer.heard().match(/I did not hear a message/g)).toHaveLength(1);
  expect(customer.heard()).toMatch(/Your case is D I N O, 1 0 4 2\..* Goodbye\.$/);
});

it.each(['action first', 'callback first', 'both at once', 'each twice'])(
  'is kept once whatever the order: %s',
  async (order) => {
    const desk = await opens();
    const call = {
      CallSid: `CA${'a'.repeat(32)}`,
      AccountSid: `AC${'0'.repeat(32)}`,
      From: CUSTOMER,
      To: DINO_NUMBER,
      CallStatus: 'in-progress',
      Direction: 'inbound',
    };
    const actionOf = (body: string) => new URL(/action="([^"]+)"/.exec(body)![1]!).pathname;
    const menu = await desk.webhook('/twilio/voice', { ...call, CallStatus: 'ringing' });
    const second = await desk.webhook(actionOf(menu.body), { ...call, Digits: '3' });
    const record = await desk.webhook(actionOf(second.body), { ...call, Digits: '2' });
    const callbackPath = new URL(/recordingStatusCallback="([^"]+)"/.exec(record.body)![1]!).pathname;
    const about = {
      RecordingSid: `RE${'b'.repeat(32)}`,
      RecordingUrl: 'https://api.twilio.com/RE',
      RecordingDuration: '12',
    };
    const action = () => desk.webhook(actionOf(record.body), { ...call, ...about, Digits: '#' });
    const callback = () =>
      desk.webhook(callbackPath, {
        CallSid: call.CallSid,
        ...about,
        RecordingStatus: 'completed',
        ErrorCode: '0',
      });
    const steps = {
      'action first': [action, callback],
      'callback first': [callback, action],
      'each twice': [action, callback, action, callback],
    }[order];
    if (steps === undefined) await Promise.all([action(), callback()]);
    for (const step of steps ?? []) expect((await step()).status).toBe(200);
    expect(await desk.recordings()).toEqual([
      { caseNumber: 'DINO-1042', url: 'https://api.twilio.com/RE', seconds: 12 },
    ]);
    expect(await timesRecorded(desk)).toBe(1);
  },
);
