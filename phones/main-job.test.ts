import twilio from 'twilio';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replyProblems } from './testing/openapi.ts';
import { ANNA, BO, CALLER, createWorld, DESK, SID, TOKEN } from './testing/world.ts';
import type { World } from './testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ callsPerSecond: 1 });
});
afterEach(() => world.close());

const phone = (number: string) => world.phones.telephone(number);

/** A product in a few lines: holds the caller, pages two people, joins the first who presses 1 with the caller. */
function startProduct(): void {
  const client = twilio(SID, TOKEN);
  client.api.baseUrl = world.phones.url;
  const { product } = world;
  const at = (path: string) => `${product.url}${path}`;
  const room = (more: string) => `<Dial><Conference beep="false" ${more}>DINO-1042</Conference></Dial>`;
  const done = world.phones.carrier.work;
  const act = (work: Promise<unknown>) => {
    const finish = done.begin();
    void work.finally(finish);
  };
  let callerSid = '';
  product.on(
    '/voice',
    `<Gather numDigits="1" action="${at('/menu')}"><Say>Not operational, press 1.</Say></Gather>`,
  );
  product.on('/menu', ({ params }) => {
    callerSid = params['CallSid'] ?? '';
    for (const to of [ANNA, BO]) {
      act(client.calls.create({ to, from: DESK, url: at(`/page?who=${to.slice(1)}`), timeout: 20 }));
      act(client.messages.create({ to, from: DESK, body: 'A42 accepts. DINO-1042' }));
    }
    return `<Enqueue waitUrl="${at('/hold')}">hold</Enqueue>`;
  });
  product.on('/hold', '<Say>Two people are being called.</Say><Pause length="2"/>');
  product.on(
    '/page',
    `<Gather numDigits="1" action="${at('/accept')}" timeout="8"><Say>Press 1 to accept.</Say></Gather>`,
  );
  product.on('/accept', () => {
    act(client.calls(callerSid).update({ url: at('/bridge') }));
    return room('endConferenceOnExit="true"');
  });
  product.on('/bridge', `<Say>Anna takes your case.</Say>${room('startConferenceOnEnter="false"')}`);
}

test('a Sev 1 call: held, two paged by voice and text, one presses 1, both are in one room', async () => {
  startProduct();
  phone(ANNA).personality = { kind: 'answers', press: '1', pressAfterSeconds: 3 };
  phone(BO).personality = { kind: 'voicemail' };
  phone(CALLER).dial(DESK);
  await world.pass(1);
  phone(CALLER).press('1');
  await world.pass(6);
  expect(phone(CALLER).call).toMatchObject({ state: 'on-hold', place: 'queue' });
  expect(phone(CALLER).said.at(-1)?.text).toBe('Two people are being called.');
  expect(phone(BO).texts).toMatchObject([{ body: 'A42 accepts. DINO-1042', status: 'delivered' }]);
  await world.pass(10);
  expect(phone(CALLER).with).toEqual([ANNA]);
  expect(phone(ANNA).with).toEqual([CALLER]);
  expect(world.phones.rooms()).toMatchObject([
    { name: 'DINO-1042', status: 'in-progress', members: [{ name: 'Anna Alm' }, { number: CALLER }] },
  ]);
  phone(CALLER).say('Thank you for calling back');
  expect(phone(ANNA).said.at(-1)).toMatchObject({ by: CALLER, text: 'Thank you for calling back' });
  phone(ANNA).hangUp();
  await world.pass(30);
  expect(phone(CALLER).call).toBeNull();
  expect(world.phones.debuggerErrors).toEqual([]);
  const calls = await world.get('Calls.json');
  expect(replyProblems('GET', 'Calls.json', 200, calls.json)).toEqual([]);
});
