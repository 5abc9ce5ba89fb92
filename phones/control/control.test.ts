import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, createWorld, DESK } from '../testing/world.ts';
import type { World } from '../testing/world.ts';
import type { Snapshot } from './snapshot.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.product.on('/voice', '<Gather numDigits="1" action="/key"><Say>Press a key.</Say></Gather>');
  world.product.on('/key', '<Pause length="60"/>');
});
afterEach(() => world.close());

async function control<T = Record<string, unknown>>(path: string, body?: unknown) {
  const reply = await fetch(`${world.phones.url}/control/${path}`, {
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return { status: reply.status, json: (await reply.json()) as T };
}
const state = async () => (await control<Snapshot>('state')).json;

test('a script plays a caller from dialling to hanging up, and sees what was said', async () => {
  expect((await control('phones/+12025550100/dial', { to: DESK })).status).toBe(200);
  await world.pass(1);
  await control('phones/+12025550100/press', { keys: '1' });
  await world.phones.idle();
  const { customers, people, numbers, wire } = await state();
  expect(customers[0]?.call?.said.map((line) => line.text)).toEqual(['Press a key.', '1']);
  expect(people.map((person) => person.key)).toEqual(['anna', 'bo']);
  expect(numbers).toMatchObject([{ number: DESK, name: 'Dino support' }]);
  expect(wire.map((entry) => entry.kind)).toEqual(['voice', 'voice']);
  await control('phones/+12025550100/hangup', {});
  expect((await state()).customers[0]).toMatchObject({ call: null, lastCall: { state: 'ended' } });
});

test('what cannot be done is refused with the reason', async () => {
  expect(await control('phones/+12025550100/answer', {})).toMatchObject({
    status: 409,
    json: { error: /not ringing/ },
  });
  expect(await control('phones/+12025550100/press', { keys: 'x' })).toMatchObject({ status: 400 });
  expect(await control('phones/+12025550100/juggle', {})).toMatchObject({ status: 404 });
  expect(await control('faults', { add: [{ kind: 'earthquake' }] })).toMatchObject({ status: 400 });
});

test('personalities, texting, faults, people and numbers are set', async () => {
  await control(`phones/${ANNA}/personality`, {
    personality: 'voicemail',
    texting: { body: '{code}', afterSeconds: 5 },
  });
  expect(world.phones.telephone(ANNA)).toMatchObject({
    personality: { kind: 'voicemail' },
    texting: { afterSeconds: 5 },
  });
  await control(`phones/${ANNA}/personality`, {
    personality: { kind: 'answers', afterRings: 1, press: '1' },
    texting: null,
  });
  expect(world.phones.telephone(ANNA)).toMatchObject({
    personality: { kind: 'answers', press: '1' },
    texting: null,
  });
  await control('faults', { add: [{ kind: 'rest-429', every: 2 }] });
  expect((await world.get('Calls.json')).status).toBe(200);
  expect((await world.get('Calls.json')).status).toBe(429);
  await control('people', {
    people: [{ key: 'cleo', name: 'Cleo Carr', role: 'sales', number: '+12025550113' }],
  });
  expect((await state()).people.map((person) => person.name)).toEqual(['Cleo Carr']);
  world.phones.telephone('+12025550100').dial(DESK);
  await world.pass(1);
  await control('reset', {});
  await world.phones.idle();
  expect(world.product.to('/status')).toHaveLength(1);
  await control('reset', {});
  expect(await state()).toMatchObject({ faults: [], wire: [] });
});

test('changes are announced to whoever listens', async () => {
  const reply = await fetch(`${world.phones.url}/control/events`);
  const reader = (reply.body as ReadableStream<Uint8Array>).getReader();
  const next = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await next()).toContain('event: change');
  world.phones.telephone('+12025550100').dial(DESK);
  expect(await next()).toContain('"+12025550100"');
  await reader.cancel();
});
