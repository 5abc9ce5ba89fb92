import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Answer } from '../testing/fake-product.ts';
import { ANNA, createWorld } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const anna = () => world.phones.telephone(ANNA);
const APPLICATION_ERROR = 'We are sorry. An application error has occurred. Goodbye.';

async function answerWith(answer: Answer, form: Record<string, string> = {}): Promise<void> {
  world.product.on('/answer', answer);
  await world.callAnna(form);
  await world.pass(2);
  anna().answer();
  await world.pass(1);
}

test.each<[string, Answer, number]>([
  ['a server error', { status: 500, body: 'oops' }, 11200],
  ['a wrong content type', { type: 'application/json', body: '{}' }, 12300],
  ['no content type', { type: null, body: '<Response/>' }, 12300],
  ['broken XML', '<Response><Say>Hi</Response>', 12100],
  ['an unknown verb', '<Tell>Hi</Tell>', 12200],
  ['more than 64 kB', `<Say>${'a'.repeat(66_000)}</Say>`, 11750],
  ['an unlisted voice', '<Say voice="Polly.Nobody">Hi</Say>', 13512],
])('%s is an application error for the caller and an entry in the debugger', async (_name, answer, code) => {
  await answerWith(answer);
  expect(anna().said.at(-1)?.text).toBe(APPLICATION_ERROR);
  expect(world.phones.debuggerErrors).toMatchObject([{ code, level: 'error' }]);
  await world.pass(10);
  expect(anna().call).toBeNull();
});

test('the fallback URL is asked, with the error', async () => {
  world.product.on('/fallback', '<Say>Spare instructions.</Say>');
  await answerWith({ status: 500 }, { FallbackUrl: `${world.product.url}/fallback` });
  expect(anna().said.at(-1)?.text).toBe('Spare instructions.');
  expect(world.product.to('/fallback')[0]?.params).toMatchObject({
    ErrorCode: '11200',
    ErrorUrl: `${world.product.url}/answer`,
  });
});

test('a product that does not answer within 15 seconds', async () => {
  world.product.on('/answer', { hangs: true });
  await world.callAnna();
  await world.pass(2);
  anna().answer();
  const wait = (seconds: number) =>
    world.clock.advance(seconds * 1000, () => new Promise((resolve) => setTimeout(resolve, 20)));
  await wait(14);
  expect(anna().said).toEqual([]);
  await wait(2);
  await world.phones.idle();
  expect(anna().said[0]?.text).toBe(APPLICATION_ERROR);
  expect(world.product.to('/answer')).toHaveLength(1);
});

test('a refused connection is tried once more', async () => {
  await world.callAnna({ Url: 'http://127.0.0.1:9/answer' });
  await world.pass(2);
  anna().answer();
  await world.pass(1);
  expect(world.phones.wire.filter((entry) => entry.url.endsWith(':9/answer'))).toHaveLength(2);
  expect(world.phones.debuggerErrors).toMatchObject([{ code: 11205 }]);
});

test('a redirect of HTTP is followed, a redirect loop of TwiML is ended', async () => {
  world.product.on('/loop', '<Redirect>/loop</Redirect>');
  world.product.on('/moved', { status: 302, location: '/loop' });
  await answerWith('<Redirect>/moved</Redirect>');
  expect(world.product.to('/loop')[0]?.method).toBe('GET');
  expect(world.phones.debuggerErrors).toMatchObject([{ code: 11215 }]);
});

test('inline TwiML is played; a relative action in it is an error', async () => {
  const inline = { Url: '', Twiml: '<Response><Say>Inline.</Say></Response>' };
  await answerWith('', inline);
  expect(anna().said[0]?.text).toBe('Inline.');
  await world.pass(5);
  await answerWith('', { Url: '', Twiml: '<Response><Gather action="/key"/></Response>' });
  expect(world.phones.debuggerErrors).toMatchObject([{ code: 11100 }]);
});

test('a sound plays as long as it lasts; one that is missing is skipped and shown', async () => {
  const { toneWav } = await import('../carrier/wav.ts');
  world.product.on('/tone.wav', { type: 'audio/x-wav', body: toneWav(4) });
  world.product.on('/missing.wav', { status: 404 });
  await answerWith('<Play>/missing.wav</Play><Play>/tone.wav</Play><Say>Done.</Say>');
  await world.pass(2.5);
  expect(anna().said.at(-1)?.kind).toBe('audio');
  await world.pass(1);
  expect(anna().said.at(-1)?.text).toBe('Done.');
  expect(world.phones.debuggerErrors).toMatchObject([{ code: 11200 }]);
});
