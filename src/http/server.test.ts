import net from 'node:net';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpServer } from './server.ts';

let app: FastifyInstance;
let port: number;
const seen: string[] = [];

beforeEach(async () => {
  seen.length = 0;
  app = createHttpServer({
    log: pino({ level: 'silent' }),
    trustedProxies: ['192.0.2.0/24'],
    patience: { headersMs: 150, requestMs: 400, lookEveryMs: 50 },
  });
  app.post('/form', async (request) => {
    seen.push(request.ip);
    return 'ok';
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  port = (app.server.address() as AddressInfo).port;
});
afterEach(() => app.close());

/** Sends pieces with a pause before each; what came back until the server closed, and after how long. */
async function sendSlowly(pieces: readonly string[], pauseMs: number): Promise<{ text: string; ms: number }> {
  const socket = net.connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const beganAt = performance.now();
  let text = '';
  socket.on('data', (chunk) => (text += chunk.toString()));
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  let next = 0;
  const timer = setInterval(() => {
    const piece = pieces[next++];
    if (piece !== undefined && socket.writable) socket.write(piece);
  }, pauseMs);
  await closed;
  clearInterval(timer);
  return { text, ms: performance.now() - beganAt };
}

describe('a client that takes its time', () => {
  it('is let go when its headers do not end', async () => {
    const endless = Array.from({ length: 200 }, (_, n) =>
      n === 0 ? 'POST /form HTTP/1.1\r\n' : `X-${n}: a\r\n`,
    );
    const { text, ms } = await sendSlowly(endless, 20);
    expect(text).toMatch(/^(HTTP\/1.1 408 |$)/);
    expect(ms).toBeLessThan(2_000);
    expect(seen).toEqual([]);
  });

  it('is let go when its body does not come', async () => {
    const head =
      'POST /form HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n';
    const { ms } = await sendSlowly([head, ...Array.from({ length: 500 }, () => ' ')], 5);
    expect(ms).toBeLessThan(3_000);
    expect(seen).toEqual([]);
  });
});

describe('a body beyond the limit', () => {
  it('is refused, announced or not, and the server goes on', async () => {
    const huge = 'x'.repeat(10 * 1024 * 1024);
    const headers = { 'content-type': 'application/json' };
    const announced = await app.inject({ method: 'POST', url: '/form', headers, payload: huge });
    expect(announced.statusCode).toBe(413);
    const piece = `${(64 * 1024).toString(16)}\r\n${'x'.repeat(64 * 1024)}\r\n`;
    const head =
      'POST /form HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
    const { text } = await sendSlowly([head, ...Array.from({ length: 160 }, () => piece)], 1);
    expect(text).toMatch(/^HTTP\/1.1 413 /);
    expect(seen).toEqual([]);
    expect((await app.inject({ method: 'POST', url: '/form', payload: { a: 1 } })).statusCode).toBe(200);
  });
});

describe('an address that cannot be read', () => {
  it.each(['/twilio/%zz', '/twilio/leg/%c0%af/status', '//twilio/%', '/TWILIO/%ff', '/twilio/%00%ff?a=b'])(
    'under /twilio is refused like every unsigned request: %s',
    async (url) => {
      const { text } = await sendSlowly([`POST ${url} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`], 1);
      expect(text).toMatch(/^HTTP\/1.1 403 /);
      expect(text.split('\r\n\r\n')[1]).toBe('');
    },
  );

  it('under /api is a fault like every other of the API', async () => {
    const { text } = await sendSlowly(
      ['GET /api/v1/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
      1,
    );
    expect(text).toMatch(/^HTTP\/1.1 400 [^]*content-type: application\/problem\+json/i);
  });

  it('elsewhere is told so, without repeating it', async () => {
    const { text } = await sendSlowly(['GET /<b>%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'], 1);
    expect(text).toMatch(/^HTTP\/1.1 400 /);
    expect(text).not.toContain('<b>');
  });
});

describe('the address of a client', () => {
  const post = (remoteAddress: string, forwarded: string) =>
    app.inject({
      method: 'POST',
      url: '/form',
      remoteAddress,
      headers: { 'x-forwarded-for': forwarded },
      payload: { a: 1 },
    });

  it('is believed from a trusted proxy, the last hop only, and from nobody else', async () => {
    await post('192.0.2.7', '203.0.113.9');
    await post('192.0.2.7', '198.51.100.1, 203.0.113.9');
    await post('203.0.113.50', '198.51.100.1');
    expect(seen).toEqual(['203.0.113.9', '203.0.113.9', '203.0.113.50']);
  });
});
