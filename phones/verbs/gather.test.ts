import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const anna = () => world.phones.telephone(ANNA);

async function answered(twiml: string): Promise<void> {
  world.product.on('/answer', twiml);
  world.product.on('/key', '<Say>Got it.</Say><Pause length="30"/>');
  await world.callAnna();
  await world.pass(2);
  anna().answer();
  await world.phones.idle();
}

const keyed = () => world.product.to('/key').map(({ params }) => params);

test('silence falls through to the next verb once the timeout after the prompts is over', async () => {
  await answered(
    '<Gather action="/key" timeout="3"><Say>one two three four five</Say></Gather><Say>Nobody there.</Say>',
  );
  await world.pass(4.9);
  expect(anna().said).toHaveLength(1);
  await world.pass(0.2);
  expect(anna().said.at(-1)?.text).toBe('Nobody there.');
  expect(keyed()).toEqual([]);
});

test('silence goes to the action with empty Digits when actionOnEmptyResult is set', async () => {
  await answered('<Gather action="/key" timeout="1" actionOnEmptyResult="true"/>');
  await world.pass(1.1);
  expect(keyed()).toMatchObject([{ Digits: '', FinishedOnKey: '', msg: 'Gather End' }]);
});

test('a key stops the prompt, every key starts the timeout anew, the finish key is not in Digits', async () => {
  await answered(
    '<Gather action="/key" timeout="3"><Say>a very long prompt that nobody listens to</Say></Gather>',
  );
  await world.pass(0.5);
  anna().press('4');
  await world.pass(2.9);
  expect(anna().said[0]?.cut).toBe(true);
  anna().press('2');
  await world.pass(2.9);
  anna().press('#');
  await world.phones.idle();
  expect(keyed()).toMatchObject([{ Digits: '42', FinishedOnKey: '#' }]);
});

test('what was keyed before the timeout is sent without a finish key', async () => {
  await answered('<Gather action="/key" timeout="2"/>');
  anna().press('47');
  await world.pass(2.1);
  expect(keyed()).toMatchObject([{ Digits: '47', FinishedOnKey: '' }]);
});

test('an empty finishOnKey makes # a digit like any other', async () => {
  await answered('<Gather action="/key" finishOnKey="" numDigits="2"/>');
  anna().press('#1');
  await world.phones.idle();
  expect(keyed()).toMatchObject([{ Digits: '#1' }]);
});

test('speech is recognised only where it was asked for', async () => {
  await answered(
    '<Gather action="/key" timeout="1"><Say>Key please.</Say></Gather><Gather input="dtmf speech" action="/key" speechTimeout="auto"/>',
  );
  anna().say('I accept this');
  await world.pass(2.5);
  expect(keyed()).toEqual([]);
  anna().say('I accept this');
  await world.pass(3);
  expect(keyed()).toMatchObject([{ SpeechResult: 'I accept this', Confidence: '0.92' }]);
});

test('without an action the same document is asked again, with the digits', async () => {
  await answered('<Gather numDigits="1"/>');
  anna().press('1');
  await world.phones.idle();
  expect(world.product.to('/answer').map(({ params }) => params['Digits'])).toEqual([undefined, '1']);
});

test('the key press carries the fields of a genuine one', async () => {
  await answered('<Gather action="/key" numDigits="1"/>');
  anna().press('1');
  await world.phones.idle();
  const genuine =
    'msg Called Digits ToState CallerCountry Direction CallerState ToZip CallSid To CallerZip ToCountry FinishedOnKey ApiVersion CalledZip CalledCity CallStatus From AccountSid CalledCountry CallerCity Caller FromCountry ToCity FromCity CalledState FromZip FromState';
  expect(Object.keys(keyed()[0] ?? {})).toEqual(expect.arrayContaining(genuine.split(' ')));
  expect(keyed()[0]).toMatchObject({ Direction: 'outbound-api', CallStatus: 'in-progress', To: ANNA });
});
