import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BO, createWorld, DESK, SID, TOKEN } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const order = (to: string, signal?: AbortSignal) =>
  fetch(`${world.phones.url}/2010-04-01/Accounts/${SID}/Messages.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${SID}:${TOKEN}`).toString('base64')}` },
    body: new URLSearchParams({ From: DESK, To: to, Body: 'Hi' }),
    ...(signal ? { signal } : {}),
  });
const accepted = () => world.phones.carrier.messages.size;

test('429 with 20429 for every third request', async () => {
  world.phones.faults.add({ kind: 'rest-429', every: 3 });
  const statuses = [];
  for (let n = 0; n < 6; n += 1) statuses.push((await order(ANNA)).status);
  expect(statuses).toEqual([201, 201, 429, 201, 201, 429]);
});

test('500 with HTML, for one number only', async () => {
  world.phones.faults.add({ kind: 'rest-500', number: ANNA });
  const reply = await order(ANNA);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([500, 'text/html']);
  expect((await order(BO)).status).toBe(201);
});

test('accepted, but the answer is lost', async () => {
  world.phones.faults.add({ kind: 'rest-lost' });
  await expect(order(ANNA)).rejects.toThrow();
  expect(accepted()).toBe(1);
  expect(world.phones.wire.at(-1)).toMatchObject({ status: null, note: /lost/ });
});

test.each(['rest-hang', 'rest-half-open'] as const)(
  '%s: nothing is done and the request never ends',
  async (kind) => {
    world.phones.faults.add({ kind });
    const read = async () => await (await order(ANNA, AbortSignal.timeout(150))).text();
    await expect(read()).rejects.toThrow();
    expect(accepted()).toBe(0);
  },
);

test('a slow answer comes when its time has come', async () => {
  world.phones.faults.add({ kind: 'rest-slow', delayMs: 9000 });
  const reply = order(ANNA);
  while (world.phones.faults.list()[0]?.strikes === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(accepted()).toBe(0);
  await world.pass(9);
  expect((await reply).status).toBe(201);
});

test('the same seed strikes at the same requests', async () => {
  const pattern = async () => {
    const one = await createWorld({ seed: 42 });
    one.phones.faults.add({ kind: 'rest-500', probability: 0.5 });
    const statuses = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await one.get('Calls.json')).status);
    await one.close();
    return statuses;
  };
  const first = await pattern();
  expect(new Set(first)).toEqual(new Set([200, 500]));
  expect(await pattern()).toEqual(first);
});
