import http from 'node:http';
import net from 'node:net';
import type { FuzzRequest } from './requests.ts';

export interface FuzzAnswer {
  /** 0: the connection was closed without an answer. */
  status: number;
  contentType: string;
  body: string;
}

const patienceMs = 20_000;

/** Sends as a program would, over kept connections. What the client library refuses to send goes out raw. */
export function sender(port: number): { send(request: FuzzRequest): Promise<FuzzAnswer>; close(): void } {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
  return {
    send: (request) => (canSend(request) ? ask(agent, port, request) : askRaw(port, request)),
    close: () => agent.destroy(),
  };
}

function canSend({ target, headers, method }: FuzzRequest): boolean {
  const tokens = /^[A-Z]+$/.test(method);
  return (
    tokens && /^[\x21-\x7e]*$/.test(target) && Object.values(headers).every((v) => /^[\x20-\x7e]*$/.test(v))
  );
}

const closed: FuzzAnswer = { status: 0, contentType: '', body: '' };

function ask(agent: http.Agent, port: number, request: FuzzRequest): Promise<FuzzAnswer> {
  return new Promise((resolve, reject) => {
    const { method, target: path, body } = request;
    const headers =
      body === undefined
        ? request.headers
        : { ...request.headers, 'content-length': String(Buffer.byteLength(body)) };
    const sent = http.request({ agent, host: '127.0.0.1', port, method, path, headers, timeout: patienceMs });
    sent.once('response', (response) => {
      const contentType = response.headers['content-type'] ?? '';
      const answer = (text: string) => resolve({ status: response.statusCode ?? 0, contentType, body: text });
      if (contentType.startsWith('text/event-stream')) {
        response.destroy();
        return answer('');
      }
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => answer(Buffer.concat(chunks).toString()));
      response.once('error', () => answer(''));
    });
    sent.once('timeout', () => sent.destroy(new Error(`no answer to ${method} ${path}`)));
    sent.once('error', (error: NodeJS.ErrnoException) => {
      // To a HEAD whose headers were too long the parser's own answer has a body, which it should not.
      if (error.code?.startsWith('HPE_') && request.method === 'HEAD') return resolve(closed);
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') return reject(error);
      // A kept connection may be closed just then; a new one is closed only by a server that refuses what is sent.
      if (sent.reusedSocket) askRaw(port, request).then(resolve, reject);
      else resolve(closed);
    });
    sent.end(body);
  });
}

function askRaw(port: number, { method, target, headers, body = '' }: FuzzRequest): Promise<FuzzAnswer> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1');
    const all = {
      ...headers,
      host: 'localhost',
      connection: 'close',
      'content-length': String(Buffer.byteLength(body)),
    };
    const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('no answer to a raw request')));
    socket.write(`${method} ${target} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n${body}`);
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? undefined : reject(error),
    );
    socket.once('close', () =>
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0),
        contentType: /\ncontent-type: ([^\r\n]*)/i.exec(text)?.[1] ?? '',
        body: text.slice(text.indexOf('\r\n\r\n') + 4),
      }),
    );
  });
}
