import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fault } from '../index.ts';
import { ANNA, BO, CALLER, createWorld, DESK } from '../testing/world.ts';
import type { World } from '../testing/world.ts';
import { attributesIn, load, stateOf, wordsIn } from './static.test-support.ts';
import type { Call, Phone, State, Trees } from './static.test-support.ts';

interface Ui {
  caller: string | null;
  problems: Record<string, string>;
  hit: null;
  seenErrors: number;
  whom: Record<string, string>;
}
interface View {
  state: State;
  ui: Ui;
  nowMs: number;
}
const page = await load<{
  customerColumn: (view: View) => Trees;
  phones: (view: View) => Trees;
  jumps: (view: View) => Trees;
}>('page.js');
const notices = await load<{ above: (view: View) => Trees; alarms: (view: View) => Trees }>('notices.js');
const { wire } = await load<{ wire: (state: State, open: Set<number>, shown?: number) => Trees }>('wire.js');
const faults = await load<{
  FAULTS: { key: string; faults: Fault[] }[];
  activeOf: (entry: unknown, active: State['faults']) => unknown[];
  ownFaults: (active: State['faults']) => unknown[];
}>('faults.js');
const personalities = await load<{
  PERSONALITIES: { key: string; label: string; personality: Phone['personality'] }[];
  findPersonality: (personality: unknown) => { key: string } | null;
  describePersonality: (personality: unknown) => string;
}>('personalities.js');
const aloud = await load<{
  utterance: (phone: Phone | null, nowMs: number) => { text: string; language: string } | null;
  phoneToHear: (phones: Phone[], held: string) => Phone | null;
  pickVoice: (voices: { lang: string; default: boolean }[], language: string) => { lang: string } | null;
}>('aloud.js');

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const ui: Ui = { caller: null, problems: {}, hit: null, seenErrors: 0, whom: {} };
const view = (more: Partial<Ui> = {}): View => ({
  state: stateOf(world.phones),
  ui: { ...ui, ...more },
  nowMs: world.clock.now().getTime(),
});

test('a first visit is told what to do, a second is not', async () => {
  expect(wordsIn(notices.above(view()))).toMatch(/^Dial \+1 202 555 0199 and press 1\./);
  world.phones.telephone(CALLER).dial(DESK);
  await world.pass(1);
  expect(wordsIn(notices.above(view()))).toBe('');
});

test('a phone that rings can be answered or rejected; one that talks has keys and can hang up', async () => {
  world.product.on('/answer', '<Gather numDigits="1"><Say>Press 1 to accept.</Say></Gather>');
  await world.callAnna();
  await world.pass(1);
  expect(wordsIn(page.phones(view()))).toContain('ringing 0:01 Dino support +1 202 555 0199 Answer Reject');
  expect(wordsIn(page.jumps(view()))).toBe('Customer Anna, ringing Bo Wire Faults');
  world.phones.telephone(ANNA).answer();
  await world.pass(1);
  expect(wordsIn(page.phones(view()))).toContain('“ Press 1 to accept. ” 1 accept 2 9');
  expect(wordsIn(page.phones(view()))).toContain('Hang up');
});

test('a phone with several lines shows one call, and a button for each other', async () => {
  world.phones.telephone(ANNA).lines = 2;
  await world.callAnna();
  await world.callAnna();
  await world.pass(1);
  expect(wordsIn(page.phones(view()))).toContain('Turn to another line: ringing');
  const other = stateOf(world.phones).people[0]?.others[0]?.sid;
  expect(attributesIn(page.phones(view()), 'data-sid')).toEqual([other]);
});

test('keys are named in the words of the present document, and no key that it does not offer', async () => {
  const { product } = world;
  product.on(
    '/answer',
    '<Gather numDigits="1" action="/key"><Say>Press 1 to accept, 2 to decline.</Say></Gather>',
  );
  product.on('/key', '<Dial action="/after"><Conference beep="false">room</Conference></Dial>');
  product.on(
    '/after',
    '<Pause length="2"/><Gather numDigits="1"><Say>Press 1 to call, or hang up.</Say></Gather>',
  );
  const sid = await world.callAnna();
  await world.pass(1);
  const anna = world.phones.telephone(ANNA);
  anna.answer();
  const keys = () => /1( [a-z]+)? 2( [a-z]+)? 9( [a-z]+)? All keys/.exec(wordsIn(page.phones(view())))?.[0];
  await world.pass(1);
  expect(keys()).toBe('1 accept 2 decline 9 All keys');
  anna.press('1');
  await world.pass(1);
  expect(keys()).toBe('1 2 9 All keys');
  await world.post(`Calls/${sid}.json`, { Url: `${product.url}/after` });
  await world.pass(1);
  expect(keys()).toBe('1 2 9 All keys');
  await world.pass(2);
  expect(keys()).toBe('1 call 2 9 All keys');
});

test('why something could not be done stands on the phone that it was tried with', () => {
  const problem = `${ANNA} is not ringing: no call`;
  expect(wordsIn(page.phones(view({ problems: { [ANNA]: problem } })))).toContain(problem);
});

test('mistakes of the product are shown until they have been seen', async () => {
  world.product.on('/voice', '<Sing>la</Sing>');
  world.phones.telephone(CALLER).dial(DESK);
  await world.pass(1);
  const loud = wordsIn(notices.alarms(view()));
  expect(loud).toContain('<Sing>');
  expect(loud).toContain(`${world.product.url}/voice`);
  const newest = stateOf(world.phones).debuggerErrors.at(-1)!.id;
  expect(notices.alarms(view({ seenErrors: newest }))).toEqual([]);
});

test('the wire tells each exchange with its answer, newest first, and opens into both', async () => {
  world.product.on('/voice', '<Say>Hello.</Say><Pause/>');
  world.product.on('/progress', { status: 204 });
  world.phones.telephone(BO).personality = { kind: 'off' };
  world.phones.telephone(CALLER).dial(DESK);
  await world.pass(1);
  await world.post('Messages.json', {
    From: DESK,
    To: BO,
    Body: 'A43',
    StatusCallback: `${world.product.url}/progress`,
  });
  await world.pass(10);
  const state = stateOf(world.phones);
  const words = wordsIn(wire(state, new Set()));
  expect(words).toMatch(/to product text status, undelivered SM…\w{4} Bo Berg not delivered: 30003/);
  expect(words).toContain('to carrier POST Messages.json Bo Berg 201');
  expect(words).toContain('200, TwiML: Say, Pause');
  expect(words.indexOf('undelivered')).toBeLessThan(words.indexOf('POST Messages.json'));
  const first = state.wire[0]!;
  const opened = wordsIn(wire(state, new Set([first.id])));
  expect(opened).toContain('<Say>Hello.</Say>');
  expect(opened).toContain('CallStatus');
  expect(attributesIn(wire(state, new Set([first.id])), 'aria-expanded')).toContain('true');
});

test('every box of faults is understood by the carrier, and is ticked again from its state', async () => {
  for (const entry of faults.FAULTS) {
    const reply = await fetch(`${world.phones.url}/control/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ set: entry.faults }),
    });
    expect(reply.status, entry.key).toBe(200);
    const { faults: active } = stateOf(world.phones);
    const ticked = faults.FAULTS.filter((other) => faults.activeOf(other, active).length > 0);
    expect(ticked.map((other) => other.key)).toEqual([entry.key]);
    expect(faults.ownFaults(active)).toEqual([]);
  }
  world.phones.faults.set([{ kind: 'rest-429', every: 7 }]);
  expect(faults.ownFaults(stateOf(world.phones).faults)).toHaveLength(1);
});

test('every personality of the choice is understood, and found again; a script’s own is described', async () => {
  for (const { key, personality } of personalities.PERSONALITIES) {
    const reply = await fetch(`${world.phones.url}/control/phones/${encodeURIComponent(ANNA)}/personality`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personality }),
    });
    expect(reply.status, key).toBe(200);
    const state = stateOf(world.phones);
    expect(personalities.findPersonality(state.people[0]!.personality)?.key).toBe(key);
  }
  const own = { kind: 'answers', press: '1', pressAfterSeconds: 9 };
  expect(personalities.findPersonality(own)).toBeNull();
  expect(personalities.describePersonality(own)).toBe('answers, press 1, press after 9 s');
});

test('aloud one hears the phone in the hand, in the language of the line, and not oneself', async () => {
  world.product.on('/voice', '<Say language="sv-SE">Var god vänta på linjen en stund.</Say>');
  world.phones.telephone(CALLER).dial(DESK);
  await world.pass(1);
  const { customers, people } = stateOf(world.phones);
  const heard = aloud.phoneToHear([...customers, ...people], ANNA);
  expect(heard?.number).toBe(CALLER);
  const { nowMs } = view();
  expect(aloud.utterance(heard, nowMs)).toMatchObject({
    text: 'Var god vänta på linjen en stund.',
    language: 'sv-SE',
  });
  expect(aloud.utterance(heard, nowMs + 60_000)).toBeNull();
  const own = { ...heard!.call!.said[0]!, by: 'me' };
  const call: Call = { ...heard!.call!, said: [own] };
  expect(aloud.utterance({ ...heard!, call }, nowMs)).toBeNull();
  const voices = ['en-GB', 'sv_SE', 'en-US'].map((lang) => ({ lang, default: false }));
  expect(aloud.pickVoice(voices, 'sv-SE')?.lang).toBe('sv_SE');
  expect(aloud.pickVoice(voices, 'en-AU')?.lang).toBe('en-GB');
  expect(aloud.pickVoice(voices, 'it-IT')).toBeNull();
});

test('the customer’s phone offers the desk’s numbers and, with a hidden number, calls from one', () => {
  expect(wordsIn(page.customerColumn(view()))).toContain('Dino support, +1 202 555 0199');
  expect(attributesIn(page.customerColumn(view({ caller: 'withheld' })), 'data-from')).toContain('anonymous');
});
