import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, createWorld, DESK } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const anna = () => world.phones.telephone(ANNA);
const page = (form: Record<string, string> = {}) =>
  world.post('Messages.json', {
    From: DESK,
    To: ANNA,
    Body: 'A42 accepts, N42 declines. SEV 1 DINO-1042',
    StatusCallback: `${world.product.url}/text`,
    ...form,
  });
const statuses = () => world.product.to('/text').map(({ params }) => params['MessageStatus']);

test('a text is queued in the answer, then sent, then delivered', async () => {
  const answer = await page();
  expect(answer).toMatchObject({
    status: 201,
    json: { status: 'queued', num_segments: '1', direction: 'outbound-api' },
  });
  expect(statuses()).toEqual([]);
  await world.pass(3);
  expect(statuses()).toEqual(['sent', 'delivered']);
  expect(anna().texts).toMatchObject([{ way: 'received', remote: DESK, status: 'delivered' }]);
  const fields =
    'SmsSid SmsStatus MessageStatus To MessageSid AccountSid From ApiVersion RawDlrDoneDate'.split(' ');
  expect(Object.keys(world.product.to('/text')[1]?.params ?? {})).toEqual(expect.arrayContaining(fields));
});

test('a phone that is off gives undelivered, 30003', async () => {
  anna().personality = { kind: 'off' };
  await page();
  await world.pass(3);
  expect(world.product.to('/text').at(-1)?.params).toMatchObject({
    MessageStatus: 'undelivered',
    ErrorCode: '30003',
  });
});

test('faults: undelivered with a code, and never a receipt', async () => {
  world.phones.faults.set([
    { kind: 'sms-undelivered', number: ANNA, code: 30005, times: 1 },
    { kind: 'sms-never-delivered' },
  ]);
  await page();
  await world.pass(3);
  await page();
  await world.pass(60);
  expect(statuses()).toEqual(['sent', 'undelivered', 'sent']);
  expect(world.product.to('/text')[1]?.params['ErrorCode']).toBe('30005');
  expect(anna().texts).toHaveLength(2);
});

test('a text held longer than its validity fails instead of arriving stale', async () => {
  world.phones.faults.add({ kind: 'sms-slow', delayMs: 600_000 });
  await page({ ValidityPeriod: '120' });
  await world.pass(700);
  expect(statuses()).toEqual(['failed']);
  expect(world.product.to('/text')[0]?.params['ErrorCode']).toBe('30036');
});

test('STOP blocks with 21610 until START; both are answered by the carrier and told to the product', async () => {
  anna().sendText(DESK, ' stop ');
  await world.phones.idle();
  expect(await page()).toMatchObject({ status: 400, json: { code: 21610 } });
  anna().sendText(DESK, 'START');
  await world.pass(3);
  expect((await page()).status).toBe(201);
  expect(world.product.to('/sms').map(({ params }) => params['Body'])).toEqual([' stop ', 'START']);
  expect(anna().texts.filter((text) => text.way === 'received')).toHaveLength(3);
});

test('an inbound text carries the fields of a genuine one; a reply in TwiML is sent', async () => {
  world.product.on('/sms', '<Message statusCallback="/text">Thank you.</Message>');
  anna().sendText(DESK, 'A42');
  await world.pass(3);
  const genuine =
    'ToCountry ToState SmsMessageSid NumMedia ToCity FromZip SmsSid FromState SmsStatus FromCity Body FromCountry To ToZip NumSegments MessageSid AccountSid From ApiVersion';
  const [{ params } = { params: {} }] = world.product.to('/sms');
  expect(Object.keys(params)).toEqual(expect.arrayContaining(genuine.split(' ')));
  expect(anna().texts.at(-1)).toMatchObject({ way: 'received', body: 'Thank you.', status: 'delivered' });
  expect(statuses()).toEqual(['sent', 'delivered']);
});

test('a phone texts back the code it finds, late', async () => {
  anna().texting = { body: 'ok {code}', afterSeconds: 30 };
  await page();
  await world.pass(31);
  expect(world.product.to('/sms')).toEqual([]);
  await world.pass(2);
  expect(world.product.to('/sms')[0]?.params['Body']).toBe('ok A42');
});
