import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallOrder, Telephony, TextOrder } from '../telephony/index.ts';
import { toPhoneNumber, type PhoneNumber } from '../kernel/index.ts';
import { createTwilioTelephony } from './telephony.ts';
import { withConnectionOverrides } from './connection-overrides.ts';
import { json, startLocalCarrier, type Answer, type LocalCarrier } from './local-carrier.test-support.ts';
import { faultsOf } from './openapi.test-support.ts';

const accountSid = `AC${'1'.repeat(32)}`;
const callSid = `CA${'2'.repeat(32)}`;
const textSid = `SM${'3'.repeat(32)}`;

const call: CallOrder = {
  from: number('+12025550100'),
  to: number('+12025550111'),
  answerUrl: 'https://desk.example.com/twilio/page/7?attempt=a%2Fb',
  statusUrl: 'https://desk.example.com/twilio/page/7/status',
  ringTimeoutSeconds: 22,
};
const text: TextOrder = {
  from: number('+12025550100'),
  to: number('+12025550111'),
  body: 'A42 = accept. DINO-1042 Sev 1: “è giù” & more + 100%',
  statusUrl: 'https://desk.example.com/twilio/page/8/status',
  validitySeconds: 300,
};

let carrier: LocalCarrier;
let telephony: Telephony;
let answer: Answer;

beforeEach(async () => {
  answer = (request, response) =>
    request.path.includes('/Messages')
      ? json(response, 201, { sid: textSid, status: 'queued', error_code: null })
      : json(response, 201, { sid: callSid, status: 'queued' });
  carrier = await startLocalCarrier((request, response) => answer(request, response));
  telephony = createTwilioTelephony({ accountSid, authToken: 'token', apiUrl: carrier.url, timeoutMs: 300 });
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await carrier.close();
});

describe('requests to the carrier', () => {
  it('place a call that asks for its document on answer and reports every step', async () => {
    expect(await telephony.placeCall(call)).toEqual({
      ok: true,
      value: { carrierId: callSid, status: 'queued' },
    });
    const [request] = carrier.requests;
    expect(request?.path).toBe(`/2010-04-01/Accounts/${accountSid}/Calls.json`);
    expect([...(request?.form ?? [])].sort()).toEqual(
      [
        ['From', call.from],
        ['StatusCallback', withConnectionOverrides(call.statusUrl)],
        ['StatusCallbackEvent', 'initiated'],
        ['StatusCallbackEvent', 'ringing'],
        ['StatusCallbackEvent', 'answered'],
        ['StatusCallbackEvent', 'completed'],
        ['Timeout', '22'],
        ['To', call.to],
        ['Url', withConnectionOverrides(call.answerUrl)],
      ].sort(),
    );
  });

  it('send a text with its validity, every character kept', async () => {
    expect(await telephony.sendText(text)).toEqual({
      ok: true,
      value: { carrierId: textSid, status: 'queued' },
    });
    expect(Object.fromEntries(carrier.requests[0]?.form ?? [])).toEqual({
      From: text.from,
      To: text.to,
      Body: text.body,
      StatusCallback: withConnectionOverrides(text.statusUrl),
      ValidityPeriod: '300',
    });
  });

  it('change and end calls', async () => {
    await telephony.redirectCall(callSid, 'https://desk.example.com/twilio/bridge');
    await telephony.cancelUnanswered(callSid);
    await telephony.hangUp(callSid);
    expect(carrier.requests.map(({ form }) => Object.fromEntries(form))).toEqual([
      { Url: withConnectionOverrides('https://desk.example.com/twilio/bridge'), Method: 'POST' },
      { Status: 'canceled' },
      { Status: 'completed' },
    ]);
  });

  it('read how calls and texts stand', async () => {
    answer = (request, response) =>
      request.path.includes('/Messages')
        ? json(response, 200, { sid: textSid, status: 'undelivered', error_code: 30003 })
        : json(response, 200, { sid: callSid, status: 'no-answer' });
    expect(await telephony.fetchCall(callSid)).toEqual({
      ok: true,
      value: { carrierId: callSid, status: 'no-answer' },
    });
    expect(await telephony.fetchText(textSid)).toEqual({
      ok: true,
      value: {
        carrierId: textSid,
        status: 'undelivered',
        failure: { class: 'may-pass', code: '30003', message: 'reported undelivered', ambiguous: false },
      },
    });
  });

  it('delete what the carrier keeps of calls and texts', async () => {
    answer = (_request, response) => response.writeHead(204).end();
    expect(await telephony.deleteCall(callSid)).toEqual({ ok: true, value: 'deleted' });
    expect(await telephony.deleteText(textSid)).toEqual({ ok: true, value: 'deleted' });
    expect(carrier.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `DELETE /2010-04-01/Accounts/${accountSid}/Calls/${callSid}.json`,
      `DELETE /2010-04-01/Accounts/${accountSid}/Messages/${textSid}.json`,
    ]);
  });

  it("fit Twilio's own OpenAPI document, all of them", async () => {
    await telephony.placeCall({ ...call, ringTimeoutSeconds: 22.4 });
    await telephony.sendText({ ...text, validitySeconds: 86_400 });
    await telephony.redirectCall(callSid, call.answerUrl);
    await telephony.cancelUnanswered(callSid);
    await telephony.hangUp(callSid);
    await telephony.fetchCall(callSid);
    await telephony.fetchText(textSid);
    await telephony.deleteCall(callSid);
    await telephony.deleteText(textSid);
    expect(carrier.requests.map(faultsOf)).toEqual(Array.from({ length: 9 }, () => []));
  });

  it('would fail that document with an unknown field, a wrong value or a wrong path', () => {
    const request = { method: 'POST', path: `/2010-04-01/Accounts/${accountSid}/Calls/${callSid}.json` };
    const of = (form: string, path = request.path) =>
      faultsOf({
        ...request,
        path,
        headers: {},
        query: new URLSearchParams(),
        form: new URLSearchParams(form),
      });
    expect(of('Status=completed')).toEqual([]);
    expect(of('Status=ended')).toHaveLength(1);
    expect(of('Statuss=completed')).toHaveLength(1);
    expect(of('Url=relative')).toHaveLength(1);
    expect(of('', request.path.replace('CA2', 'CAx'))).toHaveLength(1);
    expect(of('', '/2010-04-01/Nothing.json')).toHaveLength(1);
  });

  it('sign in with the API key when there is one, else with the token', async () => {
    const settings = { accountSid, authToken: 'token', apiUrl: carrier.url };
    await telephony.placeCall(call);
    await createTwilioTelephony({ ...settings, apiKey: 'SK1', apiSecret: 'secret' }).placeCall(call);
    await createTwilioTelephony({ ...settings, apiKey: 'SK1' }).placeCall(call);
    expect(carrier.requests.map(({ headers }) => signIn(headers.authorization))).toEqual([
      `${accountSid}:token`,
      'SK1:secret',
      `${accountSid}:token`,
    ]);
    expect(carrier.requests[1]?.path).toContain(accountSid);
  });

  it('go to the address given, whatever region or edge the environment names', async () => {
    vi.stubEnv('TWILIO_REGION', 'ie1');
    vi.stubEnv('TWILIO_EDGE', 'dublin');
    const byName = carrier.url.replace('127.0.0.1', 'localhost');
    const moved = createTwilioTelephony({ accountSid, authToken: 'token', apiUrl: byName });
    expect(await moved.placeCall(call)).toMatchObject({ ok: true });
  });

  it('keep the path of the base address', async () => {
    const based = createTwilioTelephony({
      accountSid,
      authToken: 'token',
      apiUrl: `${carrier.url}/api/laml/`,
    });
    await based.placeCall(call);
    expect(carrier.requests[0]?.path).toBe(`/api/laml/2010-04-01/Accounts/${accountSid}/Calls.json`);
  });
});

describe('a burst', () => {
  it('of 200 requests is at the carrier at once, none behind another', async () => {
    const waiting: (() => void)[] = [];
    answer = (_, response) => {
      waiting.push(() => json(response, 201, { sid: callSid, status: 'queued' }));
      // Nobody is answered until all are there.
      if (waiting.length === 200) for (const release of waiting) release();
    };
    const patient = createTwilioTelephony({ accountSid, authToken: 'token', apiUrl: carrier.url });
    const answers = await Promise.all(Array.from({ length: 200 }, () => patient.placeCall(call)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
  });
});

describe('a failure', () => {
  it.each([
    [400, 21211, 'address-dead'],
    [429, 20429, 'may-pass'],
    [400, 99_999, 'ours-broken'],
  ])("%i with Twilio's code %i is %s, and certain", async (status, code, failureClass) => {
    answer = (_, response) => json(response, status, { code, message: 'refused', more_info: '', status });
    expect(await telephony.placeCall(call)).toEqual({
      ok: false,
      failure: { class: failureClass, code: String(code), message: 'refused', ambiguous: false },
    });
  });

  it('of the account itself says that nothing goes out, whatever is asked', async () => {
    answer = (_, response) => json(response, 401, { code: 20003, message: 'Authenticate', status: 401 });
    expect(await telephony.placeCall(call)).toMatchObject({
      failure: { class: 'ours-broken', code: '20003', wholeAccount: true },
    });
    answer = (_, response) => json(response, 400, { code: 21215, message: 'switched off', status: 400 });
    const { failure } = (await telephony.placeCall(call)) as { failure: object };
    expect(failure).not.toHaveProperty('wholeAccount');
  });

  it('of an ended call is a race', async () => {
    answer = (_, response) => json(response, 400, { code: 21220, message: 'not in-progress', status: 400 });
    expect(await telephony.redirectCall(callSid, call.answerUrl)).toMatchObject({
      failure: { class: 'race' },
    });
    answer = (_, response) => json(response, 404, { code: 20404, message: 'not found', status: 404 });
    expect(await telephony.hangUp(callSid)).toMatchObject({ failure: { class: 'race', ambiguous: false } });
  });

  it('of a gateway may pass, and the request may have gone through', async () => {
    answer = (_, response) => {
      response.writeHead(502, { 'content-type': 'text/html' });
      response.end('<html>Bad gateway</html>');
    };
    expect(await telephony.sendText(text)).toMatchObject({
      failure: { class: 'may-pass', code: '502', ambiguous: true },
    });
  });

  it('of a carrier that is unavailable may pass, and nothing was done', async () => {
    answer = (_, response) => json(response, 503, { code: 20503, message: 'unavailable', status: 503 });
    expect(await telephony.sendText(text)).toMatchObject({
      failure: { class: 'may-pass', ambiguous: false },
    });
  });

  it('to answer at all is a timeout, and the request may have gone through', async () => {
    answer = () => undefined;
    expect(await telephony.placeCall(call)).toEqual({
      ok: false,
      failure: { class: 'may-pass', code: 'timeout', message: 'no answer within 300 ms', ambiguous: true },
    });
  });

  it('to finish the answer is a timeout too, however busily it drips', async () => {
    answer = (_, response) => {
      response.writeHead(201, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(drip));
    };
    expect(await telephony.placeCall(call)).toMatchObject({ failure: { code: 'timeout', ambiguous: true } });
  });

  it('to keep the connection may have come after the request went through', async () => {
    answer = (_, response) => response.destroy();
    expect(await telephony.placeCall(call)).toMatchObject({
      failure: { class: 'may-pass', code: 'reset', ambiguous: true },
    });
  });

  it('to keep a connection that was used before is as ambiguous', async () => {
    await telephony.placeCall(call);
    answer = (_, response) => response.destroy();
    expect(await telephony.placeCall(call)).toMatchObject({ failure: { code: 'reset', ambiguous: true } });
  });

  it('to connect may pass, and nothing was sent', async () => {
    await carrier.close();
    expect(await telephony.placeCall(call)).toMatchObject({
      failure: { class: 'may-pass', code: 'refused', ambiguous: false },
    });
  });

  it('to find the carrier may pass, and nothing was sent', async () => {
    const lost = createTwilioTelephony({ accountSid, authToken: 't', apiUrl: 'http://carrier.invalid' });
    expect(await lost.placeCall(call)).toMatchObject({ failure: { class: 'may-pass', ambiguous: false } });
  });

  it.each([
    ['is not JSON', 'hello'],
    ['is empty', ''],
    ['lacks the sid', '{"status":"queued"}'],
    ['is null', 'null'],
  ])('to understand a success that %s is ambiguous', async (_, body) => {
    answer = (_request, response) => {
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(body);
    };
    expect(await telephony.sendText(text)).toMatchObject({
      failure: { class: 'may-pass', code: 'unreadable', ambiguous: true },
    });
  });

  it('of our own making is an answer too, never an exception', async () => {
    expect(await telephony.fetchCall('CA/../Messages')).toMatchObject({
      failure: { class: 'ours-broken', code: 'not-sent', ambiguous: false },
    });
    expect(carrier.requests).toEqual([]);
  });

  it('waiting for a connection sent nothing', async () => {
    answer = () => undefined;
    const deadlines: (() => void)[] = [];
    const narrow = createTwilioTelephony({
      accountSid,
      authToken: 'token',
      apiUrl: carrier.url,
      clock: {
        now: () => new Date(0),
        after: (_, run) => {
          deadlines.push(run);
          return { cancel: () => undefined };
        },
      },
      maxSockets: 1,
    });
    const both = Promise.all([narrow.placeCall(call), narrow.placeCall(call)]);
    await expect.poll(() => carrier.requests.length).toBe(1);
    // In one turn: a connection given back by the first would go to the second.
    for (const pass of deadlines) pass();
    const [first, second] = await both;
    expect(first).toMatchObject({ failure: { code: 'timeout', ambiguous: true } });
    expect(second).toMatchObject({ failure: { code: 'timeout', ambiguous: false } });
    expect(carrier.requests).toHaveLength(1);
  });
});

function signIn(authorization: string | undefined): string {
  return Buffer.from(authorization?.replace('Basic ', '') ?? '', 'base64').toString();
}

function number(text: string): PhoneNumber {
  const found = toPhoneNumber(text);
  if (found === undefined) throw new Error(`${text} is no number`);
  return found;
}
