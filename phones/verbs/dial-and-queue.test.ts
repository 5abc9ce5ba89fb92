import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BO, CALLER, createWorld, DESK } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.product.on('/after', '<Say>After the dial.</Say>');
});
afterEach(() => world.close());

const caller = () => world.phones.telephone(CALLER);
const phone = (number: string) => world.phones.telephone(number);

test('several numbers ring at once, the first to accept is joined, the others stop ringing', async () => {
  world.product.on(
    '/voice',
    `<Dial action="/after"><Number url="/whisper">${ANNA}</Number><Number>${BO}</Number></Dial>`,
  );
  world.product.on('/whisper', '<Gather numDigits="1" timeout="4"><Say>Press 1.</Say></Gather><Hangup/>');
  caller().dial(DESK);
  await world.pass(2);
  expect([phone(ANNA).call?.state, phone(BO).call?.state]).toEqual(['ringing', 'ringing']);
  phone(ANNA).answer();
  await world.pass(1);
  expect(caller().with).toEqual([]);
  phone(BO).answer();
  await world.pass(1);
  expect(caller().with).toEqual([BO]);
  expect(phone(ANNA).call).toBeNull();
  phone(BO).hangUp();
  await world.pass(1);
  expect(world.product.to('/after')[0]?.params).toMatchObject({
    DialCallStatus: 'completed',
    DialBridged: 'true',
    DialCallDuration: '1',
  });
});

test('nobody answering within the timeout and five seconds more is a no-answer', async () => {
  world.product.on('/voice', `<Dial timeout="10" action="/after">${ANNA}</Dial>`);
  caller().dial(DESK);
  await world.pass(14);
  expect(phone(ANNA).call?.state).toBe('ringing');
  await world.pass(3);
  const params = world.product.to('/after')[0]?.params ?? {};
  expect(params).toMatchObject({
    DialCallStatus: 'no-answer',
    DialBridged: 'false',
    CallStatus: 'in-progress',
  });
  expect(params).not.toHaveProperty('DialCallDuration');
});

test('a queue speaks its waitUrl in a loop with the position, and takes keys', async () => {
  world.product.on('/voice', '<Enqueue waitUrl="/wait" action="/after">hold</Enqueue>');
  world.product.on(
    '/wait',
    '<Gather numDigits="1" timeout="2" action="/pressed"><Say>Please hold.</Say></Gather>',
  );
  world.product.on('/pressed', '<Leave/>');
  caller().dial(DESK);
  await world.pass(7);
  expect(caller().call).toMatchObject({ state: 'on-hold', place: 'queue', room: 'hold' });
  expect(world.product.to('/wait').length).toBeGreaterThan(1);
  expect(world.product.to('/wait')[1]?.params).toMatchObject({ QueuePosition: '1', CurrentQueueSize: '1' });
  caller().press('1');
  await world.pass(0.1);
  expect(world.product.to('/after')[0]?.params).toMatchObject({ QueueResult: 'leave' });
});

test('hanging up in a queue tells the action and the status URL', async () => {
  world.product.on('/voice', '<Enqueue waitUrl="/wait" action="/after">hold</Enqueue>');
  world.product.on('/wait', '<Pause length="30"/>');
  caller().dial(DESK);
  await world.pass(3);
  caller().hangUp();
  await world.phones.idle();
  expect(world.product.to('/after')[0]?.params).toMatchObject({
    QueueResult: 'hangup',
    CallStatus: 'completed',
  });
  expect(world.product.to('/status')[0]?.params).toMatchObject({
    CallStatus: 'completed',
    Direction: 'inbound',
  });
});

test('dialling a queue joins with the first who waits there', async () => {
  world.product.on('/voice', '<Enqueue waitUrl="/wait" action="/after">hold</Enqueue>');
  world.product.on('/wait', '<Pause length="30"/>');
  world.product.on('/answer', '<Dial><Queue>hold</Queue></Dial>');
  caller().dial(DESK);
  await world.callAnna();
  await world.pass(2);
  phone(ANNA).answer();
  await world.pass(1);
  expect(phone(ANNA).with).toEqual([CALLER]);
  expect(caller().with).toEqual([ANNA]);
  phone(ANNA).hangUp();
  await world.pass(0.1);
  expect(world.product.to('/after')[0]?.params).toMatchObject({ QueueResult: 'bridged' });
});

test('a recording ends by key, its file is real and its callback comes after', async () => {
  world.product.on('/voice', '<Record action="/after" finishOnKey="#" recordingStatusCallback="/recorded"/>');
  caller().dial(DESK);
  await world.pass(1);
  caller().say('the printer is on fire and nobody knows why');
  await world.pass(4);
  caller().press('#');
  await world.pass(0.1);
  const after = world.product.to('/after')[0]?.params ?? {};
  expect(after).toMatchObject({ Digits: '#', RecordingDuration: '4' });
  await world.pass(2);
  expect(world.product.to('/recorded')[0]?.params).toMatchObject({
    RecordingStatus: 'completed',
    RecordingSource: 'RecordVerb',
    ErrorCode: '0',
    RecordingSid: after['RecordingSid'],
  });
  const path = (after['RecordingUrl'] ?? '').split(`/Accounts/`)[1]?.split('/').slice(1).join('/') ?? '';
  expect((await world.get(`${path}.wav`)).status).toBe(200);
  expect((await world.request('DELETE', `${path}.json`)).status).toBe(204);
  expect((await world.get(`${path}.json`)).status).toBe(404);
});

test('hanging up ends a recording with Digits=hangup', async () => {
  world.product.on('/voice', '<Record action="/after" recordingStatusCallback="/recorded"/>');
  caller().dial(DESK);
  await world.pass(3);
  caller().hangUp();
  await world.pass(2);
  expect(world.product.to('/after')[0]?.params).toMatchObject({ Digits: 'hangup', CallStatus: 'completed' });
  expect(world.product.to('/recorded')).toHaveLength(1);
});

test('REST takes the called party out of a Dial: they go on alone, the caller goes on with the action', async () => {
  world.product.on('/voice', `<Dial action="/after">${ANNA}</Dial>`);
  world.product.on('/elsewhere', '<Say>Now here.</Say><Pause length="30"/>');
  world.product.on('/after', '<Say>After the dial.</Say><Pause length="30"/>');
  caller().dial(DESK);
  await world.pass(2);
  phone(ANNA).answer();
  await world.pass(1);
  await world.post(`Calls/${phone(ANNA).call?.sid ?? ''}.json`, { Url: `${world.product.url}/elsewhere` });
  await world.pass(1);
  expect([phone(ANNA).said.at(-1)?.text, caller().said.at(-1)?.text]).toEqual([
    'Now here.',
    'After the dial.',
  ]);
  expect([phone(ANNA).with, caller().with]).toEqual([[], []]);
});

test('REST moves a caller who is being asked for a key', async () => {
  world.product.on(
    '/voice',
    '<Gather action="/key" timeout="60"><Say>one two three four five</Say></Gather>',
  );
  world.product.on('/elsewhere', '<Say>Anna has your case.</Say><Pause length="30"/>');
  caller().dial(DESK);
  await world.pass(1);
  await world.post(`Calls/${caller().call?.sid ?? ''}.json`, { Url: `${world.product.url}/elsewhere` });
  await world.pass(1);
  expect(caller().said.map((line) => [line.text, line.cut])).toEqual([
    ['one two three four five', true],
    ['Anna has your case.', false],
  ]);
  caller().press('1');
  await world.pass(1);
  expect(world.product.to('/key')).toEqual([]);
});
