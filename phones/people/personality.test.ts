import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';
import type { Personality } from './personality.ts';
import { replyTo } from './personality.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.product.on(
    '/answer',
    '<Gather numDigits="1" timeout="10" action="/key"><Say>Press 1 to accept.</Say></Gather>',
  );
  world.product.on('/key', '<Say>Thank you.</Say><Pause length="20"/>');
});
afterEach(() => world.close());

const anna = () => world.phones.telephone(ANNA);

async function called(personality: Personality, seconds: number) {
  anna().personality = personality;
  await world.callAnna({ Timeout: '25' });
  await world.pass(seconds);
  return {
    keys: world.product.to('/key').map(({ params }) => params['Digits']),
    steps: world.product.to('/progress').map(({ params }) => params['CallStatus']),
  };
}

test.each<[Personality, string[], string[]]>([
  [{ kind: 'answers', press: '1' }, ['1'], ['initiated', 'ringing', 'in-progress', 'completed']],
  [{ kind: 'answers' }, [], ['initiated', 'ringing', 'in-progress', 'completed']],
  [{ kind: 'no-answer' }, [], ['initiated', 'ringing', 'no-answer']],
  [{ kind: 'manual' }, [], ['initiated', 'ringing', 'no-answer']],
  [{ kind: 'voicemail' }, [], ['initiated', 'ringing', 'in-progress', 'completed']],
  [{ kind: 'busy' }, [], ['initiated', 'ringing', 'busy']],
  [{ kind: 'off' }, [], ['initiated', 'failed']],
  [{ kind: 'silent' }, [], ['initiated', 'ringing', 'in-progress', 'completed']],
  [{ kind: 'wrong-key' }, ['7'], ['initiated', 'ringing', 'in-progress', 'completed']],
  [{ kind: 'hangs-up' }, [], ['initiated', 'ringing', 'in-progress', 'completed']],
  [{ kind: 'screening' }, [], ['initiated', 'ringing', 'in-progress', 'completed']],
  [
    { kind: 'screening', acceptsAfterSeconds: 8 },
    ['1'],
    ['initiated', 'ringing', 'in-progress', 'completed'],
  ],
])('%j', async (personality, keys, steps) => {
  expect(await called(personality, 60)).toEqual({ keys, steps });
});

test('voicemail picks up only after 20 seconds, and talks', async () => {
  const { steps } = await called({ kind: 'voicemail' }, 20);
  expect(steps).toEqual(['initiated', 'ringing']);
  await world.pass(2);
  expect(anna().said.find((line) => line.by === 'me')?.text).toMatch(/voicemail/);
});

test('a phone in use is busy for a second caller', async () => {
  await called({ kind: 'silent' }, 12);
  await world.callAnna({ StatusCallback: `${world.product.url}/second` });
  await world.pass(2);
  expect(world.product.to('/second').at(-1)?.params['CallStatus']).toBe('busy');
});

test('a switchboard takes a call on each of its lines, and whoever sits there turns to one of them', async () => {
  anna().lines = 2;
  for (let n = 0; n < 3; n += 1) await world.callAnna();
  await world.pass(2);
  const [first, second] = anna().liveCalls.map(({ sid }) => sid);
  expect(anna().liveCalls.map(({ state }) => state)).toEqual(['ringing', 'ringing']);
  expect(world.product.to('/progress').at(-1)?.params['CallStatus']).toBe('busy');
  anna().turnTo(second!);
  anna().answer();
  await world.pass(2);
  anna().press('1');
  await world.pass(1);
  expect(world.product.to('/key').map(({ params }) => params['CallSid'])).toEqual([second]);
  expect(anna().liveCalls.map(({ sid, state }) => [sid, state])).toEqual([
    [first, 'ringing'],
    [second, 'talking'],
  ]);
  anna().hangUp();
  expect(anna().call?.sid).toBe(first);
  expect(() => anna().turnTo(second!)).toThrow(/no live call/);
});

test('a phone is told when an action makes no sense', () => {
  expect(() => anna().answer()).toThrow(/not ringing/);
  expect(() => anna().press('1')).toThrow(/not talking/);
  expect(() => world.phones.telephone('Anna')).toThrow(/\+12025550100/);
});

test('a reply quotes the first code of the text', () => {
  expect(replyTo('A42 accepts, N42 declines', 'a {code}')).toBe('a A42');
});
