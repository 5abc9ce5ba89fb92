import { createHmac, randomBytes } from 'node:crypto';
import http from 'node:http';
import type { BenchDesk } from './desks.ts';
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

/** A caller dials the desk, hears its menu, and is about to press 1. */
export async function callAndListen(target: Target, { number, caller }: BenchDesk): Promise<Webhook> {
  const call = { CallSid: `CA${randomBytes(16).toString('hex')}`, From: caller, To: number };
  const answer = await send(signed(target, '/twilio/voice', fields(target, call, 'ringing')));
  const action = /<Gather[^>]* action="([^"]+)"/.exec(answer.body)?.[1]?.replaceAll('&amp;', '&');
  if (action === undefined) throw new Error(`no menu was spoken: ${answer.body}`);
  const { pathname } = new URL(action);
  const pressed = { Digits: '1', FinishedOnKey: '', msg: 'Gather End' };
  return signed(target, pathname, { ...fields(target, call, 'in-progress'), ...pressed });
}

/** The fields that Twilio sends with a call, as many as it sends. */
function fields(
  target: Target,
  call: { CallSid: string; From: string; To: string },
  status: string,
): Record<string, string> {
  const of = (who: string) => ({
    [`${who}City`]: 'NEW YORK',
    [`${who}Country`]: 'US',
    [`${who}State`]: 'NY',
    [`${who}Zip`]: '10001',
  });
  return {
    AccountSid: target.accountSid,
    ApiVersion: '2010-04-01',
    CallStatus: status,
    Direction: 'inbound',
    ...call,
    Caller: call.From,
    Called: call.To,
    StirVerstat: 'TN-Validation-Passed-A',
    ...of('From'),
    ...of('To'),
    ...of('Caller'),
    ...of('Called'),
  };
}

function signed(target: Target, path: string, form: Record<string, string>): Webhook {
  const url = new URL(target.url + path);
  const text = Object.keys(form)
    .sort()
    .reduce((all, name) => all + name + form[name], url.href);
  const signature = createHmac('sha1', target.authToken).update(text).digest('base64');
  const body = new URLSearchParams(form).toString();
  return {
    url,
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'x-twilio-signature': signature,
      'user-agent': 'TwilioProxy/1.1',
    },
  };
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
