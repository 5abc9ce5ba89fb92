import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BO, CALLER, createWorld, DESK } from '../testing/world.ts';
import type { World } from '../testing/world.ts';
import { load, stateOf } from './static.test-support.ts';
import type { Call, Phone, State } from './static.test-support.ts';

interface Model {
  callers: (
    state: State,
    another?: string,
  ) => { value: string; label: string; phone: string; from?: string }[];
  callState: (state: State, call: Call | null) => { word: string; shape: string; frame: string };
  presentLine: (call: Call | null, nowMs: number) => Call['said'][number] | null;
  splitAtPresent: (line: Call['said'][number], nowMs: number) => string[];
  keyWords: (call: Call) => Record<string, string>;
  newestCode: (texts: Phone['texts']) => string | null;
  delivery: (text: Phone['texts'][number]) => string;
  conversations: (state: State) => string[][];
  consoleUrl: (state: State) => string | null;
  isFresh: (state: State) => boolean;
  otherCustomers: (state: State, held: string) => Phone[];
}
const model = await load<Model>('model.js');

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const state = () => stateOf(world.phones);
const person = (number: string) => state().people.find((one) => one.number === number)!;
const at = (seconds: number) => Date.parse('2026-11-22T02:00:00Z') + seconds * 1000;

test('a call goes through its states in the words of the page', async () => {
  world.product.on('/answer', '<Say>Press 1 to accept, 2 to decline, 9 to repeat.</Say>');
  const shown = () => model.callState(state(), person(ANNA).call ?? person(ANNA).lastCall);
  expect(shown()).toMatchObject({ word: 'no call', frame: '' });
  await world.callAnna();
  await world.pass(1);
  expect(shown()).toEqual({ word: 'ringing', shape: 'live ringing', frame: 'live' });
  world.phones.telephone(ANNA).answer();
  await world.pass(1);
  expect(shown()).toEqual({ word: 'listening', shape: 'talk', frame: 'talking' });
  expect(model.keyWords(person(ANNA).call!)).toEqual({ 1: 'accept', 2: 'decline', 9: 'repeat' });
  world.phones.telephone(ANNA).hangUp();
  await world.pass(1);
  expect(shown()).toEqual({ word: 'call ended', shape: 'done', frame: '' });
});

test('who is on the line with whom is told once for both', async () => {
  world.product.on('/voice', '<Dial><Conference beep="false">room</Conference></Dial>');
  world.product.on('/answer', '<Dial><Conference beep="false">room</Conference></Dial>');
  world.phones.telephone(CALLER).dial(DESK);
  await world.pass(1);
  expect(model.callState(state(), state().customers[0]!.call)).toMatchObject({ word: 'on hold' });
  await world.callAnna();
  await world.pass(1);
  world.phones.telephone(ANNA).answer();
  await world.pass(2);
  expect(model.conversations(state())).toEqual([[CALLER, ANNA]]);
  expect(model.callState(state(), state().customers[0]!.call)).toEqual({
    word: 'talking with Anna Alm',
    shape: 'talk',
    frame: 'talking',
  });
});

test('the present line is the one being spoken, marked at its clause; a cut one is not present', () => {
  const line = {
    at: '2026-11-22T02:00:00.000Z',
    endsAt: '2026-11-22T02:00:04.000Z',
    by: 'carrier',
    kind: 'speech',
    text: 'Press one to accept, two to decline, nine to repeat.',
    cut: false,
  } as const;
  const call = { state: 'talking', said: [line] } as unknown as Call;
  expect(model.presentLine(call, at(3))).toBe(line);
  expect(model.presentLine(call, at(4))).toBeNull();
  expect(model.presentLine({ ...call, said: [{ ...line, cut: true }] }, at(1))).toBeNull();
  expect(model.splitAtPresent(line, at(0))).toEqual([
    '',
    'Press one to accept,',
    ' two to decline, nine to repeat.',
  ]);
  expect(model.splitAtPresent(line, at(2))).toEqual([
    'Press one to accept, ',
    'two to decline,',
    ' nine to repeat.',
  ]);
  expect(model.splitAtPresent(line, at(9)).join('')).toBe(line.text);
});

test('a text says how far it came, and the newest code waits in the reply', async () => {
  world.phones.telephone(BO).personality = { kind: 'off' };
  for (const [to, body] of [
    [ANNA, 'A41 accepts'],
    [ANNA, 'A42 accepts, N42 declines'],
    [BO, 'A43 accepts'],
  ] as const)
    await world.post('Messages.json', { From: DESK, To: to, Body: body });
  expect(person(ANNA).texts.map(model.delivery)).toEqual(['on its way', 'on its way']);
  await world.pass(10);
  world.phones.telephone(ANNA).sendText(DESK, 'A7 is mine');
  expect(person(ANNA).texts.map(model.delivery)).toEqual(['delivered', 'delivered', 'sent']);
  expect(person(BO).texts.map(model.delivery)).toEqual(['not delivered: 30003']);
  expect(model.newestCode(person(ANNA).texts)).toBe('A42');
  expect(model.newestCode([])).toBeNull();
});

test('a visitor calls as a customer, a stranger, with a hidden number, or as whoever called before', async () => {
  world.phones.telephone('+12025550150').dial(DESK);
  const list = model.callers(state(), '+12025550151');
  expect(list.map((caller) => caller.label)).toEqual([
    'A customer, +1 202 555 0100',
    'A stranger, +1 202 555 0198',
    'Number withheld',
    '+1 202 555 0150',
    '+1 202 555 0151',
  ]);
  expect(list[2]).toMatchObject({ from: 'anonymous' });
  expect(new Set(list.map((caller) => caller.phone)).size).toBe(list.length);
  expect(model.otherCustomers(state(), CALLER).map((phone) => phone.number)).toEqual(['+12025550150']);
});

test('people whose role is customer are whom one can call as, and not paged', () => {
  world.phones.setPeople([
    { key: 'dana', name: 'Dana Reyes, Acme Insurance', role: 'customer', number: CALLER },
    { key: 'anna', name: 'Anna Alm', role: 'senior-technician', number: ANNA },
  ]);
  expect(model.callers(state())[0]).toMatchObject({ label: 'Dana Reyes, Acme Insurance, +1 202 555 0100' });
});

test('it knows where the console is, and whether anybody has called yet', () => {
  expect(model.consoleUrl(state())).toBe(world.product.url);
  expect(model.isFresh(state())).toBe(true);
  world.phones.telephone(CALLER).dial(DESK);
  expect(model.isFresh(state())).toBe(false);
  const [number] = state().numbers;
  const voiceUrl = 'https://night.example/base/twilio/voice';
  expect(model.consoleUrl({ ...state(), numbers: [{ ...number!, voiceUrl }] })).toBe(
    'https://night.example/base',
  );
  expect(model.consoleUrl({ ...state(), numbers: [] })).toBeNull();
});
