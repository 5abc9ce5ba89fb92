import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withConnectionOverrides } from './connection-overrides.ts';
import { createTwilioClient } from './client.ts';
import { connectNumber } from './connect-number.ts';
import { readConnectSettings } from './connect-settings.ts';
import { json, startLocalCarrier, type LocalCarrier } from './local-carrier.test-support.ts';
import { faultsOf } from './openapi.test-support.ts';

const accountSid = `AC${'1'.repeat(32)}`;
const sid = `PN${'4'.repeat(32)}`;
const demoUrl = 'https://demo.twilio.com/welcome/voice/';
const connected = {
  voice_url: withConnectionOverrides('https://desk.example.com/twilio/voice'),
  voice_method: 'POST',
  sms_url: withConnectionOverrides('https://desk.example.com/twilio/sms'),
  sms_method: 'POST',
  status_callback: withConnectionOverrides('https://desk.example.com/twilio/status'),
  status_callback_method: 'POST',
};

let carrier: LocalCarrier;
let stored: Record<string, string | null>;
let takesChanges: boolean;

beforeEach(async () => {
  takesChanges = true;
  stored = {
    sid,
    phone_number: '+12025550100',
    voice_url: demoUrl,
    voice_method: 'POST',
    voice_fallback_url: 'https://elsewhere.example.com/on-call.xml',
    voice_fallback_method: 'POST',
    sms_url: '',
    sms_method: 'GET',
    sms_fallback_url: null,
    status_callback: '',
    status_callback_method: 'POST',
  };
  carrier = await startLocalCarrier((request, response) => {
    if (request.method === 'GET' && request.path.endsWith('/IncomingPhoneNumbers.json')) {
      const decoy = { ...stored, sid: `PN${'5'.repeat(32)}`, phone_number: '+120255501009' };
      return json(response, 200, { incoming_phone_numbers: [decoy, stored] });
    }
    for (const [name, value] of takesChanges ? request.form : []) stored[snakeCase(name)] = value;
    json(response, 200, stored);
  });
});

afterEach(() => carrier.close());

describe('connecting a number', () => {
  it('shows what is and what would be, and changes nothing', async () => {
    const { code, lines } = await run({});
    expect(code).toBe(0);
    expect(lines).toContainEqual(
      expect.stringContaining(`${demoUrl}  ->  https://desk.example.com/twilio/voice`),
    );
    expect(lines).toContainEqual(
      expect.stringContaining('(not set)  ->  https://desk.example.com/twilio/sms'),
    );
    expect(lines).toContainEqual(expect.stringMatching(/elsewhere.example.com\/on-call.xml$/));
    expect(lines.at(-1)).toBe('Nothing changed yet: 5 to change with --apply.');
    expect(carrier.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('sets what differs, and reads it back', async () => {
    const { code, lines } = await run({ apply: true });
    expect(code).toBe(0);
    expect(lines.at(-1)).toBe('Connected: set, and read back the same.');
    expect(stored).toMatchObject(connected);
    expect(stored.voice_fallback_url).toBe('https://elsewhere.example.com/on-call.xml');
    expect(Object.fromEntries(carrier.requests[1]?.form ?? [])).toEqual({
      VoiceUrl: connected.voice_url,
      SmsUrl: connected.sms_url,
      SmsMethod: 'POST',
      SmsFallbackUrl: connected.sms_url,
      StatusCallback: connected.status_callback,
    });
    expect(carrier.requests.map(faultsOf)).toEqual([[], [], []]);
  });

  it('finds nothing to do the second time', async () => {
    await run({ apply: true });
    const { code, lines } = await run({ apply: true });
    expect(code).toBe(0);
    expect(lines.at(-1)).toBe('Connected: nothing to change.');
    expect(carrier.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('sets this service as the fallback of a number that has none, and says what that does not cover', async () => {
    stored.voice_fallback_url = '';
    stored.sms_fallback_url = 'https://elsewhere.example.com/texts';
    const { lines } = await run({ apply: true });
    expect(stored).toMatchObject({
      voice_fallback_url: connected.voice_url,
      voice_fallback_method: 'POST',
      sms_fallback_url: 'https://elsewhere.example.com/texts',
    });
    expect(lines).toContainEqual(expect.stringContaining('The voice fallback is this service too'));
  });

  it('sets a voice fallback when one is given', async () => {
    stored.voice_fallback_url = '';
    const { lines } = await run({ apply: true, voiceFallbackUrl: 'https://static.example.com/f.xml' });
    expect(stored).toMatchObject({
      voice_fallback_url: 'https://static.example.com/f.xml',
      voice_fallback_method: 'GET',
    });
    expect(lines).not.toContainEqual(expect.stringContaining('The voice fallback is this service too'));
  });

  it('fails when the change does not hold', async () => {
    takesChanges = false;
    const { code, lines } = await run({ apply: true });
    expect(code).toBe(1);
    expect(lines).toContain('Twilio took the change, but reads back otherwise:');
  });

  it('fails for a number of somebody else, a part of another number being none', async () => {
    stored.phone_number = '+12025550101';
    const { code, lines } = await run({ apply: true });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining('+12025550100 is not a number of this account')]);
  });

  it.each([
    ['trunk_sid', 'SIP trunk TK1'],
    ['voice_application_sid', 'TwiML app TK1'],
    ['sms_application_sid', 'TwiML app TK1'],
  ])('fails when %s makes the settings idle', async (name, words) => {
    stored[name] = 'TK1';
    const { code, lines } = await run({ apply: true });
    expect(code).toBe(1);
    expect(lines.at(-1)).toContain(words);
    expect(carrier.requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('says what Twilio refused', async () => {
    await carrier.close();
    carrier = await startLocalCarrier((_, response) =>
      json(response, 401, { code: 20003, message: 'Authenticate', status: 401 }),
    );
    const { code, lines } = await run({});
    expect(code).toBe(1);
    expect(lines).toEqual([
      'Twilio did not do it (20003): Authenticate; check the credentials and TWILIO_API_URL',
    ]);
  });
});

describe('settings of the command', () => {
  const env = {
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: 'token',
    PUBLIC_URL: 'https://desk.example.com/',
  };
  const args = ['--number', '+12025550100'];

  it('are read from the command line and the environment', () => {
    const fallback = ['--apply', '--voice-fallback', 'https://static.example.com/f.xml'];
    expect(readConnectSettings([...args, ...fallback], env)).toEqual({
      ok: true,
      settings: {
        number: '+12025550100',
        apply: true,
        publicUrl: 'https://desk.example.com',
        voiceFallbackUrl: 'https://static.example.com/f.xml',
        twilio: { accountSid, authToken: 'token', apiUrl: undefined },
      },
    });
    expect(readConnectSettings(args, env)).toMatchObject({ ok: true, settings: { apply: false } });
  });

  it('lack what they lack all at once', () => {
    expect(readConnectSettings([], {})).toEqual({
      ok: false,
      faults: [
        expect.stringContaining('--number is missing'),
        expect.stringContaining('PUBLIC_URL is missing'),
        expect.stringContaining('TWILIO_ACCOUNT_SID is missing'),
        expect.stringContaining('TWILIO_AUTH_TOKEN is missing'),
      ],
    });
  });

  it.each([
    [['--number', '2025550100'], env, '--number 2025550100'],
    [[...args, '--aply'], env, '--aply'],
    [
      [...args, '--voice-fallback', 'http://x.example'],
      env,
      '--voice-fallback http://x.example: must be https',
    ],
    [
      args,
      { ...env, PUBLIC_URL: 'http://desk.example.com' },
      'PUBLIC_URL http://desk.example.com: must be https',
    ],
    [args, { ...env, PUBLIC_URL: 'desk' }, 'PUBLIC_URL desk: not a URL'],
    [args, { ...env, PUBLIC_URL: 'https://desk.example.com/?a=1' }, 'leave out what follows'],
    [args, { ...env, TWILIO_ACCOUNT_SID: 'SK1' }, 'TWILIO_ACCOUNT_SID is malformed'],
    [args, { ...env, TWILIO_API_KEY: 'SK1' }, 'TWILIO_API_KEY and TWILIO_API_SECRET go together'],
  ])('%j are refused with a mend', (given, environment, words) => {
    const result = readConnectSettings(given, environment);
    expect(result.ok === false ? result.faults : []).toContainEqual(expect.stringContaining(words));
  });

  it('need no token beside an API key', () => {
    const keyed = {
      ...env,
      TWILIO_AUTH_TOKEN: undefined,
      TWILIO_API_KEY: 'SK1',
      TWILIO_API_SECRET: 'secret',
    };
    expect(readConnectSettings(args, keyed)).toMatchObject({
      ok: true,
      settings: { twilio: { apiKey: 'SK1' } },
    });
  });
});

async function run(options: { apply?: boolean; voiceFallbackUrl?: string }) {
  const parsed = readConnectSettings(
    [
      '--number=+12025550100',
      ...(options.apply ? ['--apply'] : []),
      ...(options.voiceFallbackUrl ? ['--voice-fallback', options.voiceFallbackUrl] : []),
    ],
    {
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: 'token',
      TWILIO_API_URL: carrier.url,
      PUBLIC_URL: 'https://desk.example.com',
    },
  );
  if (parsed.ok !== true) throw new Error('the command line was not understood');
  const lines: string[] = [];
  const { twilio, ...wanted } = parsed.settings;
  const code = await connectNumber(createTwilioClient(twilio), wanted, (line) => lines.push(line));
  return { code, lines };
}

function snakeCase(name: string): string {
  return name.replace(/(?<!^)([A-Z])/g, '_$1').toLowerCase();
}
