import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { servePart } from './parts.ts';
import { reporter } from './reports.ts';
import { monotonicMs } from './statistics.ts';

export interface Arrival {
  to: string;
  /** `CA` a call, `SM` a text. */
  kind: 'CA' | 'SM';
  /** A text's words. */
  body: string;
  atMs: number;
}

/** Waits until so many requests have come since the last time, and gives them. */
export interface CarrierRequest {
  expect: number;
  withinMs: number;
}

export interface CarrierSettings {
  accountSid: string;
  authToken: string;
  /** How long a phone rings that nobody picks up. */
  ringSeconds: number;
}

/**
 * The least that can be a carrier: takes note of when a request was there, and answers 201 at once. With settings it
 * also tells of each text that it was sent and delivered, and of each call that it rang and nobody picked up.
 */
export async function runCarrier(settings: CarrierSettings | Record<string, never>): Promise<void> {
  let arrivals: Arrival[] = [];
  let look = (): void => undefined;
  const report = 'authToken' in settings ? reporter(settings as CarrierSettings) : undefined;
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const kind = request.url?.includes('/Calls') ? 'CA' : 'SM';
      const form = new URLSearchParams(body);
      const asked = /\/((?:CA|SM)[0-9a-f]{32})/.exec(request.url ?? '')?.[1];
      const sid = asked ?? kind + randomBytes(16).toString('hex');
      const answer = JSON.stringify({ sid, status: 'queued' });
      response.writeHead(201, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(answer),
      });
      response.end(answer);
      // What is asked of an older call or text is no page.
      if (asked !== undefined) return;
      arrivals.push({ to: form.get('To') ?? '', kind, body: form.get('Body') ?? '', atMs: monotonicMs() });
      report?.({ sid, kind, callback: form.get('StatusCallback') });
      look();
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  servePart({ url: `http://127.0.0.1:${port}` }, ({ expect, withinMs }: CarrierRequest) => {
    return new Promise<Arrival[]>((resolve) => {
      const give = () => {
        clearTimeout(timer);
        look = () => undefined;
        const given = arrivals;
        arrivals = [];
        resolve(given);
      };
      const timer = setTimeout(give, withinMs);
      look = () => {
        if (arrivals.length >= expect) give();
      };
      look();
    });
  });
}
