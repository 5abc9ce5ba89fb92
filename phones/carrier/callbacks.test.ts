import twilio from 'twilio';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, CALLER, createWorld, DESK, TOKEN } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.product.on('/answer', '<Pause length="30"/>');
});
afterEach(() => world.close());

const anna = () => world.phones.telephone(ANNA);
const progress = () => world.product.to('/progress');
const steps = () => progress().map(({ params }) => params['CallStatus']);

/** Field names of captured requests: ours must carry no fewer. */
const CALL_FIELDS =
  'Called ToState CallerCountry Direction Timestamp CallbackSource CallerState ToZip SequenceNumber To CallSid ToCountry CallerZip CalledZip ApiVersion CallStatus CalledCity Duration From CallDuration AccountSid CalledCountry CallerCity ToCity FromCountry Caller FromCity CalledState FromZip FromState'.split(
    ' ',
  );

test('a busy phone: SipResponseCode, zero durations, SequenceNumber 2', async () => {
  anna().personality = { kind: 'busy' };
  await world.callAnna();
  await world.pass(3);
  expect(steps()).toEqual(['initiated', 'ringing', 'busy']);
  const { params } = progress()[2] ?? { params: {} };
  expect(params).toMatchObject({
    SipResponseCode: '486',
    CallDuration: '0',
    Duration: '0',
    SequenceNumber: '2',
  });
  expect(Object.keys(params)).toEqual(expect.arrayContaining(CALL_FIELDS));
});

test('every request is signed over its URL and fields, with a token and the agent name of Twilio', async () => {
  await world.callAnna({ Url: `${world.product.url}/answer?x=1&y=%27#rc=2` });
  await world.pass(3);
  anna().answer();
  await world.pass(1);
  expect(world.product.received.length).toBeGreaterThan(3);
  for (const { url, headers, params } of world.product.received) {
    expect(twilio.validateRequest(TOKEN, String(headers['x-twilio-signature']), url, params)).toBe(true);
    expect(headers['i-twilio-idempotency-token']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['user-agent']).toBe('TwilioProxy/1.1');
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded; charset=utf-8');
  }
});

test('a GET carries the parameters in the query and signs them there', async () => {
  world.product.on('/answer', { type: 'text/xml', body: '<Response/>' });
  await world.callAnna({ Method: 'GET' });
  await world.pass(2);
  anna().answer();
  await world.phones.idle();
  const asked = world.product.to('/answer')[0];
  expect(asked).toMatchObject({ method: 'GET', params: { CallStatus: 'in-progress' } });
  expect(
    twilio.validateRequest(TOKEN, String(asked?.headers['x-twilio-signature']), asked?.url ?? '', {}),
  ).toBe(true);
});

test('only completed when nothing is named; it is number 0 and comes for every end', async () => {
  await world.post('Calls.json', {
    From: DESK,
    To: ANNA,
    Url: `${world.product.url}/answer`,
    StatusCallback: `${world.product.url}/progress`,
    Timeout: '10',
  });
  await world.pass(20);
  expect(progress().map(({ params }) => [params['CallStatus'], params['SequenceNumber']])).toEqual([
    ['no-answer', '0'],
  ]);
  expect(anna().call).toBeNull();
});

test('an inbound caller who hangs up is told to the number at once', async () => {
  world.product.on('/voice', '<Say>one two three four five six seven eight nine ten</Say>');
  const caller = world.phones.telephone(CALLER);
  caller.dial(DESK, { from: 'anonymous' });
  await world.pass(3);
  expect(world.product.to('/voice')[0]?.params).toMatchObject({ From: 'anonymous', CallStatus: 'ringing' });
  caller.hangUp();
  await world.phones.idle();
  expect(world.product.to('/status').map(({ params }) => params)).toMatchObject([
    { CallStatus: 'completed', SequenceNumber: '0', CallDuration: '3' },
  ]);
});

test('callbacks dropped, doubled with the same token, late, out of order', async () => {
  const run = async (faults: Parameters<typeof world.phones.faults.set>[0]) => {
    world.phones.faults.set(faults);
    world.product.received.length = 0;
    const sid = await world.callAnna();
    await world.pass(2);
    await world.post(`Calls/${sid}.json`, { Status: 'canceled' });
    await world.pass(30);
    return steps();
  };
  expect(await run([{ kind: 'callback-drop', every: 2 }])).toEqual(['initiated', 'canceled']);
  expect(await run([{ kind: 'callback-duplicate', times: 1 }])).toEqual([
    'initiated',
    'ringing',
    'initiated',
    'canceled',
  ]);
  const tokens = progress().map(({ headers }) => headers['i-twilio-idempotency-token']);
  expect(tokens[2]).toBe(tokens[0]);
  expect(await run([{ kind: 'callback-reorder', times: 1 }])).toEqual(['ringing', 'initiated', 'canceled']);
  expect(await run([{ kind: 'callback-delay', times: 1, delayMs: 10_000 }])).toEqual([
    'ringing',
    'canceled',
    'initiated',
  ]);
});

test('the carrier fails the call', async () => {
  world.phones.faults.add({ kind: 'voice-failed', number: ANNA });
  await world.callAnna();
  await world.pass(2);
  expect(progress().at(-1)?.params).toMatchObject({ CallStatus: 'failed', SipResponseCode: '503' });
});

test('a callback answered with an error is not sent again, but shown', async () => {
  world.product.on('/progress', { status: 500, body: 'no' });
  await world.callAnna();
  await world.pass(0.3);
  expect(steps()).toEqual(['initiated']);
  expect(world.phones.debuggerErrors).toMatchObject([{ code: 11200, level: 'warning' }]);
});
