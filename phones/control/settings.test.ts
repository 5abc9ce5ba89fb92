import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorld, DESK } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

test('the calls that may start in a second are set while it runs, and a wrong figure is refused', async () => {
  const set = (body: unknown) =>
    fetch(`${world.phones.url}/control/settings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect(await (await set({ callsPerSecond: 5 })).json()).toEqual({ settings: { callsPerSecond: 5 } });
  expect(world.phones.state().settings).toEqual({ callsPerSecond: 5 });
  const refused = await set({ callsPerSecond: 0 });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ error: /^callsPerSecond: / });
});

test('a line says in what language it is spoken, by the Say or by its voice', async () => {
  world.product.on(
    '/voice',
    '<Say language="sv-SE">Hej.</Say><Say voice="Polly.Bianca">Ciao.</Say><Say>Hello.</Say>',
  );
  world.phones.telephone('+12025550100').dial(DESK);
  await world.pass(3);
  const { said } = world.phones.telephone('+12025550100');
  expect(said.map(({ text, language }) => [text, language])).toEqual([
    ['Hej.', 'sv-SE'],
    ['Ciao.', 'it-IT'],
    ['Hello.', undefined],
  ]);
});

test('whoever listens to changes hears a beat while nothing changes', async () => {
  const reply = await fetch(`${world.phones.url}/control/events`);
  const reader = (reply.body as ReadableStream<Uint8Array>).getReader();
  await reader.read();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe('event: beat\ndata: {}\n\n');
  await reader.cancel();
});
