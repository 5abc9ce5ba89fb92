import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { servePart } from './parts.ts';
import { monotonicMs } from './statistics.ts';

export interface Arrival {
  to: string;
  atMs: number;
}

/** Waits until so many requests have come since the last time, and gives them. */
export interface CarrierRequest {
  expect: number;
  withinMs: number;
}

/** The least that can be a carrier: takes note of when a request was there, and answers 201 at once. */
export async function runCarrier(): Promise<void> {
  let arrivals: Arrival[] = [];
  let look = (): void => undefined;
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      arrivals.push({ to: new URLSearchParams(body).get('To') ?? '', atMs: monotonicMs() });
      const kind = request.url?.includes('/Calls') ? 'CA' : 'SM';
      const answer = JSON.stringify({ sid: kind + randomBytes(16).toString('hex'), status: 'queued' });
      response.writeHead(201, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(answer),
      });
      response.end(answer);
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
