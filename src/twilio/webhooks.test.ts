import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { twilioWebhooks, type TwilioWebhookOptions } from './webhooks.ts';
import { authToken, fixture, fixtures, publicUrl, signedRequest } from './webhooks.test-support.ts';

let app: FastifyInstance;
let seen: Record<string, string>[];

beforeEach(async () => {
  seen = [];
  app = await start();
});

afterEach(() => app.close());

describe('webhooks that Twilio signed', () => {
  it.each(fixtures)('$id reaches its route with every parameter', async ({ method, params }) => {
    const answer = await app.inject(signedRequest(method, '/twilio/echo', params));
    expect(answer.statusCode).toBe(200);
    expect(seen).toEqual([params]);
  });

  it('hand over the query of their own address along with the body', async () => {
    const answer = await app.inject(signedRequest('POST', '/twilio/echo?page=7&why=it%27s', { Digits: '1' }));
    expect(answer.statusCode).toBe(200);
    expect(seen).toEqual([{ page: '7', why: "it's", Digits: '1' }]);
  });

  it('may repeat a field', async () => {
    await app.inject(signedRequest('POST', '/twilio/echo', { Media: ['b', 'a'] }));
    expect(seen).toEqual([{ Media: 'b' }]);
  });

  it('may be signed with the next token', async () => {
    const answer = await app.inject(signedRequest('POST', '/twilio/echo', { a: 'b' }, 'next-token'));
    expect(answer.statusCode).toBe(200);
  });

  it('are answered with TwiML of known length', async () => {
    const answer = await app.inject(signedRequest('POST', '/twilio/hangup'));
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(answer.headers['content-length']).toBe(String(answer.body.length));
    expect(answer.body).toBe('<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>');
  });
});

describe('webhooks that Twilio did not sign', () => {
  const good = signedRequest('POST', '/twilio/echo', { Digits: '1' });
  it.each([
    ['no signature', { ...good, headers: { 'content-type': good.headers['content-type' as never] } }],
    [
      'another signature',
      { ...good, headers: { ...good.headers, 'x-twilio-signature': `${'A'.repeat(27)}=` } },
    ],
    ['another token', signedRequest('POST', '/twilio/echo', { Digits: '1' }, 'stolen')],
    ['another body', { ...good, payload: 'Digits=2' }],
    ['another path', { ...good, url: '/twilio/hangup' }],
    ['another query', { ...good, url: '/twilio/echo?x=1' }],
    [
      'a JSON body',
      { ...good, headers: { ...good.headers, 'content-type': 'application/json' }, payload: '{"' },
    ],
    ['a body beyond the limit', { ...good, payload: `Digits=${'1'.repeat(300_000)}` }],
    ['a path that is unknown', { method: 'GET' as const, url: '/twilio/unknown' }],
    ['a method that is unknown', { method: 'PUT' as const, url: '/twilio/echo' }],
    ['a spoofed host', { method: 'GET' as const, url: 'https://evil.example/twilio/echo', headers: {} }],
  ])('with %s get 403, nothing in it, and no effect', async (_, request) => {
    const answer = await app.inject(request);
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toBe('');
    expect(seen).toEqual([]);
  });
});

describe('a webhook whose handling fails', () => {
  const call = fixture('gather-digit1-outbound-api');

  it('is spoken to the caller, never an error status', async () => {
    await restart({
      onError: (_, error) => [{ verb: 'redirect', url: `${publicUrl}/twilio/${error.message}` }],
    });
    const answer = await app.inject(signedRequest('POST', '/twilio/fail', call));
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(answer.body).toContain('<Redirect>https://desk.example.com/twilio/broken#');
  });

  it('is spoken to the caller even when there is no such route', async () => {
    const answer = await app.inject(signedRequest('POST', '/twilio/nowhere', call));
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('We are sorry');
  });

  it('is spoken even when the apology fails', async () => {
    await restart({ onError: () => [{ verb: 'redirect', url: 'relative' }] });
    const answer = await app.inject(signedRequest('POST', '/twilio/fail', call));
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('We are sorry');
  });

  it('apologises when the document itself cannot be rendered', async () => {
    const answer = await app.inject(signedRequest('POST', '/twilio/relative', call));
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('We are sorry');
  });

  it.each([
    'call-status-outbound-busy',
    'recording-status-recordverb-2023',
    'sms-inbound-longcode',
    'sms-status-delivered-rawdlr',
    'conference-participant-join',
    'transcription-callback',
  ])('of a notification (%s) is an empty document', async (id) => {
    const answer = await app.inject(signedRequest('POST', '/twilio/fail', fixture(id)));
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });
});

describe('the rest of the application', () => {
  it('keeps its own parsers and its own errors', async () => {
    const answer = await app.inject({ method: 'POST', url: '/elsewhere', payload: { a: 1 } });
    expect(answer.statusCode).toBe(200);
    expect((await app.inject({ method: 'GET', url: '/nowhere' })).statusCode).toBe(404);
  });
});

async function restart(options: Partial<TwilioWebhookOptions>): Promise<void> {
  await app.close();
  app = await start(options);
}

async function start(options: Partial<TwilioWebhookOptions> = {}): Promise<FastifyInstance> {
  const instance = fastify();
  instance.post('/elsewhere', async (request) => request.body);
  await instance.register(twilioWebhooks, {
    publicUrl: `${publicUrl}/`,
    signers: [{ carrier: 'twilio', keys: [authToken, 'next-token'] }],
    ...options,
    routes: (scope) => {
      scope.route({
        method: ['GET', 'POST'],
        url: '/echo',
        handler: async (request, reply) => {
          seen.push(request.webhook);
          return reply.twiml([]);
        },
      });
      scope.post('/hangup', async (_, reply) => reply.twiml([{ verb: 'hangup' }]));
      scope.post('/relative', async (_, reply) => reply.twiml([{ verb: 'redirect', url: '/next' }]));
      scope.post('/fail', async () => {
        throw new Error('broken');
      });
    },
  });
  return instance;
}
