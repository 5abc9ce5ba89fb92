import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One webhook that the product got. */
export interface Received {
  method: string;
  /** Path and query. */
  path: string;
  /** The whole URL that was asked for. */
  url: string;
  headers: IncomingHttpHeaders;
  params: Record<string, string>;
}

export type Answer =
  | string
  | { status?: number; type?: string | null; body?: string | Buffer; hangs?: true; location?: string };

export interface FakeProduct {
  url: string;
  received: Received[];
  /** Requests to one path, oldest first. */
  to(path: string): Received[];
  /** Answers a path from now on: TwiML, a whole reply, or a function of the request. */
  on(path: string, answer: Answer | ((request: Received) => Answer)): void;
  close(): Promise<void>;
}

/** A tiny product to call: it answers what it was told, and remembers what it was asked. */
export async function createFakeProduct(): Promise<FakeProduct> {
  const received: Received[] = [];
  const answers = new Map<string, Answer | ((request: Received) => Answer)>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = request.url ?? '/';
      const isGet = request.method === 'GET';
      const text = isGet ? (path.split('?')[1] ?? '') : Buffer.concat(parts).toString('utf8');
      const entry = {
        method: request.method ?? '',
        path,
        url: `${base}${path}`,
        headers: request.headers,
        params: Object.fromEntries(new URLSearchParams(text)),
      };
      received.push(entry);
      const found = answers.get(path) ?? answers.get(path.split('?')[0] ?? '') ?? { status: 204 };
      reply(response, typeof found === 'function' ? found(entry) : found);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: base,
    received,
    to: (path) => received.filter((request) => request.path.split('?')[0] === path),
    on: (path, answer) => void answers.set(path, answer),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function reply(response: ServerResponse, answer: Answer): void {
  if (typeof answer === 'string') {
    const body =
      answer.startsWith('<?') || answer.startsWith('<Response') ? answer : `<Response>${answer}</Response>`;
    response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(body);
    return;
  }
  if (answer.hangs) return;
  const { status = 200, type = 'text/xml', body, location } = answer;
  if (location !== undefined) response.setHeader('location', location);
  response.writeHead(status, type === null ? {} : { 'content-type': type }).end(body);
}
