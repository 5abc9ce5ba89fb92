import twilio from 'twilio';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replyProblems } from '../testing/openapi.ts';
import { ANNA, CALLER, createWorld, DESK, SID, TOKEN } from '../testing/world.ts';
import type { World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ apiKeys: { SK1: 'key-secret' } });
});
afterEach(() => world.close());

const URL_FIELD = { Url: 'http://127.0.0.1:9/answer' };
const text = (form: Record<string, string>) =>
  world.post('Messages.json', { From: DESK, To: ANNA, Body: 'Hi', ...form });
const call = (form: Record<string, string>) =>
  world.post('Calls.json', { From: DESK, To: ANNA, ...URL_FIELD, ...form });

test.each([
  [{ To: '' }, 400, 21201],
  [{ To: '12' }, 400, 21211],
  [{ From: '' }, 400, 21213],
  [{ From: '+12025550150' }, 400, 21210],
  [{ Url: '' }, 400, 21205],
  [{ Url: '/relative' }, 400, 21205],
  [{ StatusCallback: 'nowhere' }, 400, 21609],
  [{ StatusCallbackEvent: 'picked-up' }, 400, 21626],
  [{ Url: '', Twiml: `<Response>${' '.repeat(4000)}</Response>` }, 400, 32018],
  [{ Timeout: '601' }, 400, 20001],
])('a call with %j is refused with %i, code %i', async (form, status, code) => {
  const answer = await call(form);
  expect(answer).toMatchObject({
    status,
    json: { status, code, more_info: `https://www.twilio.com/docs/errors/${code}` },
  });
  expect(world.phones.carrier.calls.size).toBe(0);
});

test.each([
  [{ To: '' }, 21604],
  [{ From: '' }, 21603],
  [{ Body: '' }, 21602],
  [{ Body: 'a'.repeat(1601) }, 21617],
  [{ To: 'anna' }, 21211],
  [{ From: '+12025550150' }, 21606],
  [{ StatusCallback: 'nowhere' }, 21609],
])('a text with %j is refused with code %i', async (form, code) => {
  expect(await text(form)).toMatchObject({ status: 400, json: { code } });
});

test('what does not exist is 20404, a wrong password 20003, an ended call 21220', async () => {
  expect(await world.get('Calls/CA00000000000000000000000000000000.json')).toMatchObject({
    status: 404,
    json: { code: 20404 },
  });
  const reply = await fetch(`${world.phones.url}/2010-04-01/Accounts/${SID}/Calls.json`, {
    headers: { authorization: `Basic ${Buffer.from(`${SID}:wrong`).toString('base64')}` },
  });
  expect(reply.status).toBe(401);
  expect(await reply.json()).toMatchObject({ code: 20003 });
  const sid = (await call({})).json['sid'] as string;
  expect(await world.post(`Calls/${sid}.json`, URL_FIELD)).toMatchObject({
    status: 400,
    json: { code: 21220 },
  });
  await world.post(`Calls/${sid}.json`, { Status: 'completed' });
  expect(await world.post(`Calls/${sid}.json`, { Status: 'completed' })).toMatchObject({
    status: 400,
    json: { code: 21220 },
  });
});

test("every reply fits Twilio's OpenAPI document, with every field it lists", async () => {
  world.product.on('/voice', '<Record action="/r"/>');
  world.product.on('/answer', '<Dial><Conference endConferenceOnExit="true">room</Conference></Dial>');
  world.phones.telephone(CALLER).dial(DESK);
  const sid = await world.callAnna();
  await world.pass(2);
  world.phones.telephone(ANNA).answer();
  await world.pass(10);
  const message = (await text({})).json['sid'] as string;
  const numbers = await world.get('IncomingPhoneNumbers.json');
  const number = (numbers.json['incoming_phone_numbers'] as { sid: string }[])[0]?.sid ?? '';
  const rooms = await world.get('Conferences.json');
  const room = (rooms.json['conferences'] as { sid: string }[])[0]?.sid ?? '';
  const recordings = await world.get('Recordings.json');
  const recording = (recordings.json['recordings'] as { sid: string }[])[0]?.sid ?? '';
  const checks = [
    ['POST', 'Calls.json', await call({})],
    ['GET', 'Calls.json', await world.get('Calls.json?PageSize=1')],
    ['GET', 'Calls/{Sid}.json', await world.get(`Calls/${sid}.json`)],
    ['POST', 'Messages.json', await text({})],
    ['GET', 'Messages.json', await world.get('Messages.json')],
    ['GET', 'Messages/{Sid}.json', await world.get(`Messages/${message}.json`)],
    ['GET', 'IncomingPhoneNumbers.json', numbers],
    ['GET', 'IncomingPhoneNumbers/{Sid}.json', await world.get(`IncomingPhoneNumbers/${number}.json`)],
    [
      'POST',
      'IncomingPhoneNumbers/{Sid}.json',
      await world.post(`IncomingPhoneNumbers/${number}.json`, { VoiceUrl: 'https://h.example/v' }),
    ],
    ['GET', 'Conferences.json', rooms],
    ['GET', 'Conferences/{Sid}.json', await world.get(`Conferences/${room}.json`)],
    [
      'GET',
      'Conferences/{ConferenceSid}/Participants.json',
      await world.get(`Conferences/${room}/Participants.json`),
    ],
    [
      'GET',
      'Conferences/{ConferenceSid}/Participants/{CallSid}.json',
      await world.get(`Conferences/${room}/Participants/${sid}.json`),
    ],
    ['GET', 'Recordings.json', recordings],
    ['GET', 'Recordings/{Sid}.json', await world.get(`Recordings/${recording}.json`)],
    ['POST', 'Calls/{Sid}.json', await world.post(`Calls/${sid}.json`, { Status: 'completed' })],
  ] as const;
  for (const [method, path, answer] of checks)
    expect([
      method,
      path,
      replyProblems(method, path, answer.status, answer.json).filter(
        (problem) => !/reason_conference_ended is missing/.test(problem),
      ),
    ]).toEqual([method, path, []]);
});

test("Twilio's own library works against it, by token and by API key", async () => {
  for (const client of [twilio(SID, TOKEN), twilio('SK1', 'key-secret', { accountSid: SID })]) {
    client.api.baseUrl = world.phones.url;
    const made = await client.calls.create({
      to: ANNA,
      from: DESK,
      url: URL_FIELD.Url,
      statusCallbackEvent: ['initiated', 'completed'],
    });
    expect(made.status).toBe('queued');
    expect(made.dateCreated).toEqual(world.clock.now());
    expect(
      await client.calls.list({ to: ANNA, startTimeAfter: new Date(world.clock.now().getTime() - 1000) }),
    ).not.toHaveLength(0);
    await expect(client.messages.create({ to: 'x', from: DESK, body: 'Hi' })).rejects.toMatchObject({
      code: 21211,
      status: 400,
    });
  }
});

test('lists are filtered and paged', async () => {
  await call({});
  await call({});
  await call({ To: CALLER });
  const first = await world.get(`Calls.json?To=${encodeURIComponent(ANNA)}&PageSize=1`);
  expect(first.json['calls']).toHaveLength(1);
  const next = (first.json['next_page_uri'] as string).split(`${SID}/`)[1] ?? '';
  const second = await world.get(next);
  expect(second.json['calls']).toHaveLength(1);
  expect(second.json['next_page_uri']).toBeNull();
});

test('one call a second starts, the rest wait; one canceled while queued is never heard of', async () => {
  await world.close();
  world = await createWorld({ callsPerSecond: 1 });
  const progress = { StatusCallback: `${world.product.url}/progress`, StatusCallbackEvent: 'initiated' };
  const sids: string[] = [];
  for (const index of [0, 1, 2]) {
    const answer = await call({ ...progress });
    expect(answer.json['queue_time']).toBe(String(index * 1000));
    sids.push(answer.json['sid'] as string);
  }
  await world.pass(0.5);
  await world.post(`Calls/${sids[1] ?? ''}.json`, { Status: 'canceled' });
  await world.pass(5);
  expect(world.product.to('/progress').map(({ params }) => params['CallSid'])).toEqual([sids[0], sids[2]]);
});
