import { afterEach, expect, it } from 'vitest';
import type { PhoneNumber } from '../kernel/index.ts';
import { json, startLocalCarrier, type LocalCarrier } from './local-carrier.test-support.ts';
import { createSignalWireTelephony } from './signalwire.ts';

const projectId = '6a1f0f5e-52c3-4c5e-9d0e-2f4f6f0b8a11';
const callId = '0d7f6f6e-8a5c-4e0e-9d55-0c2f3b1c7a10';
const order = {
  from: '+12025550190' as PhoneNumber,
  to: '+12025550111' as PhoneNumber,
  answerUrl: 'https://desk.example.com/twilio/leg/1',
  statusUrl: 'https://desk.example.com/twilio/leg/1/status',
  ringTimeoutSeconds: 25,
};

let carrier: LocalCarrier;
afterEach(() => carrier.close());

it("asks below the space's compatible API, signs in as the project, and takes an id as it is", async () => {
  carrier = await startLocalCarrier((_, response) => json(response, 201, { sid: callId, status: 'queued' }));
  const telephony = createSignalWireTelephony({ spaceUrl: carrier.url, projectId, apiToken: 'PT-token' });
  expect(await telephony.placeCall(order)).toEqual({
    ok: true,
    value: { carrierId: callId, status: 'queued' },
  });
  await telephony.redirectCall(callId, order.answerUrl);
  expect(carrier.requests.map(({ path }) => path)).toEqual([
    `/api/laml/2010-04-01/Accounts/${projectId}/Calls.json`,
    `/api/laml/2010-04-01/Accounts/${projectId}/Calls/${callId}.json`,
  ]);
  const { authorization = '' } = carrier.requests[0]!.headers;
  expect(Buffer.from(authorization.replace('Basic ', ''), 'base64').toString()).toBe(`${projectId}:PT-token`);
});

it('knows a refused project from a passing fault', async () => {
  carrier = await startLocalCarrier((_, response) => json(response, 401, { status: 401, message: 'no' }));
  const telephony = createSignalWireTelephony({ spaceUrl: carrier.url, projectId, apiToken: 'PT-token' });
  expect(await telephony.placeCall(order)).toMatchObject({
    ok: false,
    failure: { class: 'ours-broken', wholeAccount: true },
  });
});

it('fetches recordings of its own project alone', async () => {
  carrier = await startLocalCarrier((_, response) => {
    response.writeHead(200, { 'content-type': 'audio/mpeg' });
    response.end('sound');
  });
  const telephony = createSignalWireTelephony({ spaceUrl: carrier.url, projectId, apiToken: 'PT-token' });
  const at = (account: string) =>
    `${carrier.url}/api/laml/2010-04-01/Accounts/${account}/Recordings/5d1c9d8e-0000-4000-8000-000000000001`;
  expect(await telephony.fetchRecording(at(projectId))).toMatchObject({ ok: true });
  expect(carrier.requests.at(-1)?.path).toBe(`${new URL(at(projectId)).pathname}.mp3`);
  expect(await telephony.fetchRecording(at('somebody-else'))).toMatchObject({ ok: false });
});
