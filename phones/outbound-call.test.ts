import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, createWorld } from './testing/world.ts';
import type { World } from './testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const anna = () => world.phones.telephone(ANNA);
const statuses = () => world.product.to('/progress').map((request) => request.params['CallStatus']);

test('a call rings, is answered, is spoken to, takes a key and ends, with a callback for each step', async () => {
  world.product.on('/answer', '<Gather numDigits="1" action="/key"><Say>Press 1 to accept.</Say></Gather>');
  world.product.on('/key', (request) => `<Say>You pressed ${request.params['Digits'] ?? ''}.</Say>`);
  await world.callAnna();
  await world.pass(5);
  expect(anna().call?.state).toBe('ringing');
  anna().answer();
  await world.pass(1);
  anna().press('1');
  await world.pass(10);
  expect(anna().call).toBeNull();
  expect(anna().said.map((line) => line.text)).toEqual(['Press 1 to accept.', '1', 'You pressed 1.']);
  expect(anna().said[0]?.cut).toBe(true);
  expect(statuses()).toEqual(['initiated', 'ringing', 'in-progress', 'completed']);
  expect(world.product.to('/progress').map((request) => request.params['SequenceNumber'])).toEqual([
    '0',
    '1',
    '2',
    '3',
  ]);
  expect(world.phones.debuggerErrors).toEqual([]);
});
