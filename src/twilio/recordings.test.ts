import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTwilioTelephony } from './telephony.ts';
import { json, startLocalCarrier, type Answer, type LocalCarrier } from './local-carrier.test-support.ts';
import { addressOf } from './recordings.ts';

const accountSid = `AC${'1'.repeat(32)}`;
const recordingSid = `RE${'4'.repeat(32)}`;
const path = `/2010-04-01/Accounts/${accountSid}/Recordings/${recordingSid}`;
const account = { accountSid, authToken: 'token' };

let carrier: LocalCarrier;
let answer: Answer;
beforeEach(async () => {
  answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'audio/mpeg' });
    response.end(Buffer.from([0xff, 0xfb, 0x00, 0x80]));
  };
  carrier = await startLocalCarrier((request, response) => answer(request, response));
});
afterEach(() => carrier.close());

const read = (url: string, timeoutMs = 5_000) =>
  createTwilioTelephony({ ...account, apiUrl: carrier.url, timeoutMs }).fetchRecording(url);

describe('a recording', () => {
  it('is read with the account’s sign-in, as MP3, byte for byte', async () => {
    expect(await read(`${carrier.url}${path}`)).toEqual({
      ok: true,
      value: { contentType: 'audio/mpeg', body: Buffer.from([0xff, 0xfb, 0x00, 0x80]) },
    });
    const [request] = carrier.requests;
    expect(request?.path).toBe(`${path}.mp3`);
    expect(request?.headers.authorization).toBe(
      `Basic ${Buffer.from(`${accountSid}:token`).toString('base64')}`,
    );
  });

  it('that is not there, or not yet, is a race', async () => {
    answer = (_request, response) => json(response, 404, { code: 20404, message: 'not found' });
    expect(await read(`${carrier.url}${path}`)).toMatchObject({
      ok: false,
      failure: { class: 'race', code: '404' },
    });
  });

  it('that is slow, too long, or no sound is a failure that says so', async () => {
    answer = () => undefined;
    expect(await read(`${carrier.url}${path}`, 300)).toMatchObject({ failure: { code: 'timeout' } });
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'audio/mpeg' });
      response.end(Buffer.alloc(20 * 1024 * 1024 + 1));
    };
    expect(await read(`${carrier.url}${path}`)).toMatchObject({ failure: { code: 'too-long' } });
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<script>alert(1)</script>');
    };
    expect(await read(`${carrier.url}${path}`)).toMatchObject({ failure: { code: 'unreadable' } });
  });

  it('that is said to be elsewhere is not followed there', async () => {
    const elsewhere = await startLocalCarrier((_request, response) => json(response, 200, {}));
    answer = (_request, response) => {
      response.writeHead(302, { location: `${elsewhere.url}${path}` });
      response.end();
    };
    expect(await read(`${carrier.url}${path}`)).toMatchObject({ ok: false, failure: { code: '302' } });
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });
});

describe('the account’s sign-in goes to its own recordings at the carrier in use, and nowhere else', () => {
  const other = `/2010-04-01/Accounts/AC${'9'.repeat(32)}/Recordings/${recordingSid}`;
  it.each([
    ['another host', `https://evil.example.com${path}`],
    ['a host that begins like ours', `https://api.twilio.com.evil.example.com${path}`],
    ['our host as a user name', `https://api.twilio.com@evil.example.com${path}`],
    ['credentials in the address', `https://x:y@api.twilio.com${path}`],
    ['another port', `https://api.twilio.com:8443${path}`],
    ['without encryption', `http://api.twilio.com${path}`],
    ['our inner network', 'http://169.254.169.254/latest/meta-data/'],
    ['a file', `file://${path}`],
    ['another account', `https://api.twilio.com${other}`],
    ['another resource', `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Calls.json`],
    ['a way out of the path', `https://api.twilio.com${path}/../../Calls`],
    ['no address', 'recording'],
  ])('%s is refused', async (_what, url) => {
    expect(() => addressOf(url, account)).toThrow();
    expect(await createTwilioTelephony(account).fetchRecording(url)).toMatchObject({
      ok: false,
      failure: { class: 'ours-broken', code: 'not-sent' },
    });
  });

  it('what is ours is asked for without query and extension of the sender’s', () => {
    expect(addressOf(`https://api.twilio.com${path}.wav?x=1#y`, account)).toBe(
      `https://api.twilio.com${path}`,
    );
    expect(
      addressOf(`https://relay.example.com/t${path}`, { ...account, apiUrl: 'https://relay.example.com/t/' }),
    ).toBe(`https://relay.example.com/t${path}`);
  });
});

describe('a recording that is to be deleted', () => {
  const remove = (url: string | null, apiUrl = carrier.url) =>
    createTwilioTelephony({ ...account, apiUrl }).deleteRecording({ carrierId: recordingSid, url });
  const otherAccount = `/2010-04-01/Accounts/AC${'9'.repeat(32)}/Recordings/${recordingSid}`;
  const isKept = { ok: false, failure: { class: 'ours-broken', code: 'elsewhere' } };
  const notFound: Answer = (_request, response) => json(response, 404, { code: 20404, message: 'not found' });

  it('is asked for by its id, wherever its address says that it was', async () => {
    answer = (_request, response) => response.writeHead(204).end();
    for (const url of [`${carrier.url}${path}`, `https://relay.example.com${path}`, null]) {
      expect(await remove(url)).toEqual({ ok: true, value: 'deleted' });
    }
    expect(carrier.requests.map((request) => `${request.method} ${request.path}`)).toEqual(
      Array<string>(3).fill(`DELETE ${path}.json`),
    );
  });

  it('is gone when the carrier and the account that it was left at do not have it', async () => {
    answer = notFound;
    expect(await remove(`${carrier.url}${path}`)).toMatchObject({ failure: { class: 'race' } });
  });

  it('is not gone because somebody else does not have it', async () => {
    answer = notFound;
    expect(await remove(`https://relay.example.com${path}`)).toMatchObject(isKept);
    expect(await remove(null)).toMatchObject(isKept);
  });

  it('is not asked for where it cannot be: in another account', async () => {
    answer = notFound;
    expect(await remove(`${carrier.url}${otherAccount}`)).toMatchObject(isKept);
    expect(carrier.requests).toEqual([]);
  });
});
