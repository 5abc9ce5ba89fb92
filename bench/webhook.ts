import { createHmac } from 'node:crypto';
import http from 'node:http';
import { monotonicMs } from './statistics.ts';

export interface Target {
  url: string;
  accountSid: string;
  authToken: string;
}

/** A webhook that stands ready: signed before its time is taken. */
export interface Webhook {
  url: URL;
  body: string;
  headers: http.OutgoingHttpHeaders;
}

export interface Answered {
  sentAtMs: number;
  tookMs: number;
  body: string;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 256, noDelay: true });

/** A webhook as the carrier signs it; `path` follows the service's address. */
export function signed(target: Target, path: string, form: Record<string, string>): Webhook {
  const url = new URL(target.url + path);
  const body = new URLSearchParams(form).toString();
  return {
    url,
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'x-twilio-signature': signatureOf(target.authToken, url.href, form),
      'user-agent': 'TwilioProxy/1.1',
    },
  };
}

/** Twilio's X-Twilio-Signature of a form that is posted to this address. */
export function signatureOf(authToken: string, address: string, form: Record<string, string>): string {
  const text = Object.keys(form)
    .sort()
    .reduce((all, name) => all + name + form[name], address);
  return createHmac('sha1', authToken).update(text).digest('base64');
}

/** @throws Error for an answer that is not 200: a figure of failures is no figure. */
export function send(webhook: Webhook): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sentAtMs = monotonicMs();
    const request = http.request(
      webhook.url,
      { method: 'POST', agent, headers: webhook.headers },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (body += chunk));
        answer.on('end', () => {
          const tookMs = monotonicMs() - sentAtMs;
          if (answer.statusCode === 200) resolve({ sentAtMs, tookMs, body });
          else reject(new Error(`${webhook.url.pathname}: ${answer.statusCode} ${body}`));
        });
      },
    );
    request.on('error', reject);
    request.end(webhook.body);
  });
}
