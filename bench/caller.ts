import { randomBytes } from 'node:crypto';
import type { BenchDesk } from './desks.ts';
import { send, signed, type Answered, type Target, type Webhook } from './webhook.ts';

/** A caller and the desk's number that they dial. */
export type Dialling = Pick<BenchDesk, 'number' | 'caller'>;

/** A call as the carrier names it. */
export interface CallFields {
  CallSid: string;
  From: string;
  To: string;
}

/** A call that comes in, ready to be sent. */
export function dial(target: Target, dialling: Dialling): Webhook {
  return signed(target, '/twilio/voice', fields(target, newCall(dialling), 'ringing'));
}

/** A caller dials the desk, hears its menu, and is about to press 1. */
export async function callAndListen(target: Target, dialling: Dialling): Promise<Webhook> {
  return (await callTimed(target, dialling)).press;
}

/** The same, with what the first answer took, and the call itself. */
export async function callTimed(
  target: Target,
  dialling: Dialling,
): Promise<{ call: CallFields; answer: Answered; press: Webhook }> {
  const call = newCall(dialling);
  const answer = await send(signed(target, '/twilio/voice', fields(target, call, 'ringing')));
  const action = /<Gather[^>]* action="([^"]+)"/.exec(answer.body)?.[1]?.replaceAll('&amp;', '&');
  if (action === undefined) throw new Error(`no menu was spoken: ${answer.body}`);
  const { pathname } = new URL(action);
  const pressed = { Digits: '1', FinishedOnKey: '', msg: 'Gather End' };
  const press = signed(target, pathname, { ...fields(target, call, 'in-progress'), ...pressed });
  return { call, answer, press };
}

/**
 * Sends a key press as the carrier does: an answer that apologises and leads on is followed, which a machine without
 * breath may need. What is returned is the first answer, since that is when the caller hears something.
 * @throws Error when it led on ten times.
 */
export async function sendPress(target: Target, press: Webhook): Promise<Answered> {
  const first = await send(press);
  let answer = first;
  for (let times = 0; times < 10; times += 1) {
    const again = /<Redirect>([^<#]+\?fault=[^<#]+)/.exec(answer.body)?.[1]?.replaceAll('&amp;', '&');
    if (again === undefined) return first;
    const form = new URLSearchParams(press.body);
    for (const ofTheKey of ['Digits', 'FinishedOnKey', 'msg']) form.delete(ofTheKey);
    const { pathname, search } = new URL(again);
    answer = await send(signed(target, pathname + search, Object.fromEntries(form)));
  }
  throw new Error(`the key press met a fault ten times: ${answer.body}`);
}

/** The caller hangs up. */
export function hangUp(target: Target, call: CallFields): Webhook {
  return signed(target, '/twilio/status', fields(target, call, 'completed'));
}

/** Somebody texts the desk. */
export function textIn(target: Target, from: string, to: string, text: string): Webhook {
  const sid = `SM${randomBytes(16).toString('hex')}`;
  const ids = { AccountSid: target.accountSid, MessageSid: sid, SmsSid: sid, SmsMessageSid: sid };
  const form = { ...ids, From: from, To: to, Body: text, NumMedia: '0', SmsStatus: 'received' };
  return signed(target, '/twilio/sms', form);
}

function newCall({ number, caller }: Dialling): CallFields {
  return { CallSid: `CA${randomBytes(16).toString('hex')}`, From: caller, To: number };
}

/** The fields that Twilio sends with a call, as many as it sends. */
function fields(target: Target, call: CallFields, status: string): Record<string, string> {
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
