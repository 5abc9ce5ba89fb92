import { performance } from 'node:perf_hooks';
import type { Carrier } from './carrier.ts';
import { HttpFailure } from './http-client.ts';
import type { HttpReply } from './http-client.ts';
import type { WireEntry } from './log.ts';
import type { Hook } from './model.ts';
import { connectionOverrides } from './overrides.ts';
import type { Overrides } from './overrides.ts';
import { sign, signedUrl } from './signature.ts';

export interface Webhook extends Hook {
  kind: Exclude<WireEntry['kind'], 'rest'>;
  params: Readonly<Record<string, string>>;
  numbers: string[];
  /** The same on every copy of one webhook. */
  token: string;
  maxBytes: number;
}

export interface WebhookReply {
  status: number;
  contentType: string;
  body: Buffer;
  tooLarge: boolean;
  /** The address that answered, after redirects. */
  url: string;
  headers: HttpReply['headers'];
}

/** A webhook that met no reply, with Twilio's code: 11205 connection, 11200 timeout or broken reply, 11215 redirects. */
export class WebhookFailure extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.name = 'WebhookFailure';
    this.code = code;
  }
}

const MAX_REDIRECTS = 10;

/** A UUID for I-Twilio-Idempotency-Token. */
export function newToken(carrier: Carrier): string {
  const hex = carrier.random.hex(32);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * Sends one webhook as Twilio does: signed, form-encoded, 15 s in all, one retry when the connection failed,
 * unless the URL's fragment says otherwise. Throws WebhookFailure when no reply came.
 */
export async function sendWebhook(carrier: Carrier, webhook: Webhook): Promise<WebhookReply> {
  const overrides = connectionOverrides(webhook.url);
  const abort = new AbortController();
  const limit = carrier.clock.after(overrides.totalMs, () => abort.abort());
  const done = carrier.work.begin();
  try {
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await sendFollowing(carrier, webhook, abort.signal, attempt);
      const again = attempt < overrides.retries && !abort.signal.aborted && isRetried(outcome, overrides);
      if (!again && outcome instanceof WebhookFailure) throw outcome;
      if (!again) return outcome as WebhookReply;
    }
  } finally {
    limit.cancel();
    done();
  }
}

function isRetried(outcome: WebhookReply | WebhookFailure, overrides: Overrides): boolean {
  const reasons = overrides.retryOn;
  if (outcome instanceof WebhookFailure) return reasons.has(outcome.code === 11205 ? 'ct' : 'rt');
  if (outcome.status >= 500) return reasons.has('5xx');
  return outcome.status >= 400 && reasons.has('4xx');
}

async function sendFollowing(
  carrier: Carrier,
  webhook: Webhook,
  signal: AbortSignal,
  attempt: number,
): Promise<WebhookReply | WebhookFailure> {
  let { url, method } = webhook;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const params = redirects === 0 ? webhook.params : {};
    const reply = await sendOnce(carrier, { ...webhook, url, method, params }, signal, attempt);
    if (reply instanceof WebhookFailure) return reply;
    const location = reply.headers.location;
    if (reply.status < 300 || reply.status >= 400 || location === undefined) return reply;
    url = new URL(location, url).href;
    method = 'GET';
  }
  return new WebhookFailure(11215, `more than ${MAX_REDIRECTS} redirects from ${webhook.url}`);
}

async function sendOnce(
  carrier: Carrier,
  webhook: Webhook,
  signal: AbortSignal,
  attempt: number,
): Promise<WebhookReply | WebhookFailure> {
  const request = wireRequest(carrier, webhook);
  const started = performance.now();
  const log = (status: number | null, answer: string, note: string | undefined) =>
    carrier.wire.add({
      at: carrier.clock.now(),
      way: 'to-product',
      kind: webhook.kind,
      method: webhook.method,
      url: request.url,
      status,
      ms: Math.round(performance.now() - started),
      request: webhook.params,
      answer: answer.slice(0, 2000),
      numbers: webhook.numbers,
      ...(note === undefined && attempt === 0 ? {} : { note: note ?? `retry ${attempt}` }),
    });
  try {
    const reply = await carrier.http.send({ ...request, signal, maxBytes: webhook.maxBytes });
    const contentType = reply.headers['content-type'] ?? '';
    const isText = !/^(audio|image|video)\//.test(contentType);
    log(
      reply.status,
      isText ? reply.body.toString('utf8') : `${contentType}, ${reply.body.length} bytes`,
      undefined,
    );
    return { ...reply, contentType, url: webhook.url };
  } catch (error) {
    const connected = error instanceof HttpFailure && error.connected;
    const reason = signal.aborted ? 'no answer in time' : (error as Error).message;
    log(null, '', reason);
    const code = connected || signal.aborted ? 11200 : 11205;
    return new WebhookFailure(code, `${webhook.method} ${request.url}: ${reason}`);
  }
}

/** The request on the wire. A GET carries the parameters in the query, and signs them as part of the URL. */
function wireRequest(carrier: Carrier, webhook: Webhook) {
  const form = new URLSearchParams(webhook.params).toString();
  const bare = webhook.url.replace(/#.*$/s, '');
  const isGet = webhook.method === 'GET';
  const url = isGet && form !== '' ? `${bare}${bare.includes('?') ? '&' : '?'}${form}` : bare;
  const product = webhook.kind === 'sms' || webhook.kind === 'message-status' ? 'sms' : 'voice';
  const headers: Record<string, string> = {
    Accept: '*/*',
    'Accept-Encoding': 'identity',
    'Cache-Control': 'max-age=259200',
    'User-Agent': carrier.brand.userAgent,
    [carrier.brand.signatureHeader]: sign(
      carrier.account.signingKey,
      signedUrl(url, product),
      isGet ? {} : webhook.params,
    ),
    ...(carrier.brand.hasOpaqueIds ? {} : { 'I-Twilio-Idempotency-Token': webhook.token }),
    ...(isGet
      ? {}
      : {
          'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
          'Content-Length': String(Buffer.byteLength(form)),
        }),
  };
  return { method: webhook.method, url, headers, ...(isGet ? {} : { body: form }) };
}
