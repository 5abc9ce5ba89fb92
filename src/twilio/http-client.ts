import * as http from 'node:http';
import * as https from 'node:https';
import type { Socket } from 'node:net';
import { systemClock, type Clock } from '../kernel/index.ts';
import { createSharedLookup } from './shared-lookup.ts';

/** What the SDK hands to its HTTP client: the part of it that this one reads. */
export interface HttpRequest {
  method: string;
  uri: string;
  username?: string;
  password?: string;
  headers?: Record<string, string>;
  params?: object;
  data?: object;
}

export interface HttpResponse<Body = string> {
  statusCode: number;
  body: Body;
  headers: http.IncomingHttpHeaders;
}

/** A request that got no whole answer. */
export class UnansweredRequest extends Error {
  override readonly name = 'UnansweredRequest';
  /** 'timeout', 'refused', 'reset', or the system's error code in lower case. */
  readonly reason: string;
  /** True once a connection stood: the carrier may have read the request and acted. */
  readonly mayHaveArrived: boolean;

  constructor(reason: string, mayHaveArrived: boolean, message: string) {
    super(message);
    this.reason = reason;
    this.mayHaveArrived = mayHaveArrived;
  }
}

export interface HttpClientOptions {
  /** From the call to the last byte of the answer, waiting for a connection included. */
  timeoutMs: number;
  maxSockets: number;
  clock?: Clock;
}

/**
 * Idle connections are closed after this long, sooner if the server says so: firewalls drop silent ones without a
 * word, and a page sent into such a hole would wait for its whole timeout.
 */
const idleSocketMs = 15_000;

/** Answers are a few kB; more is not Twilio. */
const maxAnswerBytes = 4 * 1024 * 1024;

/**
 * The SDK's HTTP client seam on Node's own agents: a deadline over the whole request (axios has one for silence
 * only), connections enough for a burst, and errors that say whether the request may have arrived.
 * Reads no proxy from the environment.
 */
export class HttpClient {
  readonly #options: HttpClientOptions;
  readonly #httpAgent: http.Agent;
  readonly #httpsAgent: https.Agent;
  readonly #connected = new WeakSet<Socket>();

  constructor(options: HttpClientOptions) {
    this.#options = options;
    const agentOptions = {
      keepAlive: true,
      maxSockets: options.maxSockets,
      maxFreeSockets: options.maxSockets,
      timeout: idleSocketMs,
      lookup: createSharedLookup(),
    };
    this.#httpAgent = new http.Agent(agentOptions);
    this.#httpsAgent = new https.Agent(agentOptions);
  }

  /** @throws UnansweredRequest when no whole answer came in time. */
  async request(options: HttpRequest): Promise<HttpResponse> {
    const answer = await this.requestBytes(options, maxAnswerBytes);
    return { ...answer, body: answer.body.toString('utf8') };
  }

  /**
   * The answer as it is, of at most `mostBytes`. A redirect is an answer like any other: it is not followed.
   * @throws UnansweredRequest when no whole answer came in time, or a longer one.
   */
  requestBytes(options: HttpRequest, mostBytes: number): Promise<HttpResponse<Buffer>> {
    const url = new URL(options.uri);
    appendForm(url.searchParams, options.params);
    const body = options.data === undefined ? undefined : encodeForm(options.data);
    const secure = url.protocol === 'https:';
    const send = secure ? https.request : http.request;
    return new Promise((resolve, reject) => {
      const request = send(url, {
        method: options.method.toUpperCase(),
        agent: secure ? this.#httpsAgent : this.#httpAgent,
        headers: requestHeaders(options, body),
      });
      this.#settle(request, { secure, mostBytes }, resolve, reject);
      request.end(body);
    });
  }

  #settle(
    request: http.ClientRequest,
    { secure, mostBytes }: { secure: boolean; mostBytes: number },
    resolve: (response: HttpResponse<Buffer>) => void,
    reject: (error: UnansweredRequest) => void,
  ): void {
    let connected = false;
    let timedOut = false;
    const deadline = (this.#options.clock ?? systemClock).after(this.#options.timeoutMs, () => {
      timedOut = true;
      request.destroy();
    });
    const fail = (error: NodeJS.ErrnoException) => {
      deadline.cancel();
      const reason = timedOut ? 'timeout' : reasonOf(error);
      const message = timedOut ? `no answer within ${this.#options.timeoutMs} ms` : error.message;
      reject(new UnansweredRequest(reason, connected, message));
    };
    request.once('socket', (socket) => {
      // Not `reusedSocket`: it stays false on a socket that passes straight from one request to a waiting one.
      connected = this.#connected.has(socket);
      if (connected) return;
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        this.#connected.add(socket);
        connected = true;
      });
    });
    request.once('error', fail);
    request.once('response', (response) => {
      readAnswer(response, mostBytes).then((answer) => {
        deadline.cancel();
        resolve(answer);
      }, fail);
    });
  }
}

async function readAnswer(response: http.IncomingMessage, mostBytes: number): Promise<HttpResponse<Buffer>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new TooLong(`answer longer than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return { statusCode: response.statusCode ?? 0, body: Buffer.concat(chunks), headers: response.headers };
}

class TooLong extends Error {
  readonly code = 'TOO-LONG';
}

function reasonOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'ECONNREFUSED') return 'refused';
  if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return 'reset';
  return error.code?.toLowerCase() ?? 'unanswered';
}

function requestHeaders(options: HttpRequest, body: string | undefined): http.OutgoingHttpHeaders {
  const headers: http.OutgoingHttpHeaders = { ...options.headers };
  if (body !== undefined) headers['Content-Length'] = Buffer.byteLength(body);
  if (options.username !== undefined && options.password !== undefined) {
    const credentials = Buffer.from(`${options.username}:${options.password}`).toString('base64');
    headers.Authorization = `Basic ${credentials}`;
  }
  return headers;
}

function encodeForm(data: object): string {
  const form = new URLSearchParams();
  appendForm(form, data);
  return form.toString();
}

/** Lists become repeated fields, as Twilio wants them. */
function appendForm(form: URLSearchParams, data: object | undefined): void {
  for (const [name, value] of Object.entries(data ?? {}) as [string, unknown][]) {
    for (const item of (Array.isArray(value) ? value : [value]) as (
      | string
      | number
      | boolean
      | undefined
    )[]) {
      if (item !== undefined) form.append(name, String(item));
    }
  }
}
