import { complain, newSid } from '../carrier/carrier.ts';
import type { Carrier } from '../carrier/carrier.ts';
import { geoFields } from '../carrier/geo.ts';
import type { Hook, Message, OwnedNumber } from '../carrier/model.ts';
import { segmentCount } from '../carrier/segments.ts';
import { newToken, sendWebhook, WebhookFailure } from '../carrier/webhook.ts';
import { MAX_RESPONSE_BYTES, readDocument, TwimlProblem } from '../twiml/index.ts';
import type { Element } from '../twiml/index.ts';
import { sendText } from './texts.ts';

const OPT_OUT = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'END', 'QUIT', 'CANCEL', 'REVOKE', 'OPTOUT'];
const OPT_IN = ['START', 'UNSTOP', 'YES'];
const HELP = ['HELP', 'INFO'];
const MAX_REDIRECTS = 10;

/** Whether `phone` has forbidden texts from `number` by STOP. */
export function hasOptedOut(carrier: Carrier, phone: string, number: string): boolean {
  return carrier.optedOut.has(`${phone} ${number}`);
}

/** A telephone sends a text to one of the account's numbers. */
export function receiveText(carrier: Carrier, from: string, to: string, body: string): Message {
  const now = carrier.clock.now();
  const message: Message = {
    sid: newSid(carrier, 'SM'),
    direction: 'inbound',
    from,
    to,
    body,
    status: 'received',
    errorCode: null,
    numSegments: segmentCount(body),
    statusHook: null,
    messagingServiceSid: null,
    createdAt: now,
    updatedAt: now,
    sentAt: now,
  };
  carrier.messages.set(message.sid, message);
  carrier.changed({ what: 'text', number: from, sid: message.sid, status: 'received' });
  answerOptWords(carrier, message);
  const number = carrier.numbers.get(to);
  if (!number?.sms) {
    if (number) complain(carrier, 0, `${to} has no Messaging URL`, { sid: message.sid });
    return message;
  }
  void askProduct(carrier, number, message);
  return message;
}

/** The whole message STOP, START or HELP is answered by the carrier, before the product hears of it. */
function answerOptWords(carrier: Carrier, message: Message): void {
  const word = message.body.trim().toUpperCase();
  const pair = `${message.from} ${message.to}`;
  const reply = (body: string) =>
    sendText(carrier, {
      from: message.to,
      to: message.from,
      body,
      statusHook: null,
      validitySeconds: 36_000,
      messagingServiceSid: null,
      direction: 'outbound-reply',
    });
  if (OPT_OUT.includes(word)) {
    carrier.optedOut.add(pair);
    reply(
      'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
    );
  } else if (OPT_IN.includes(word)) {
    if (carrier.optedOut.delete(pair))
      reply(
        'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe.',
      );
  } else if (HELP.includes(word)) reply('Reply STOP to unsubscribe. Msg&Data Rates May Apply.');
}

async function askProduct(carrier: Carrier, number: OwnedNumber, message: Message): Promise<void> {
  const { sms, smsFallback } = number;
  try {
    if (sms) await followMessaging(carrier, sms, message, {});
  } catch (error) {
    if (!(error instanceof TwimlProblem)) throw error;
    complain(carrier, error.code, error.message, { sid: message.sid, url: error.url ?? sms?.url ?? '' });
    if (!smsFallback) return;
    const extra = { ErrorCode: String(error.code), ErrorUrl: error.url ?? sms?.url ?? '' };
    await followMessaging(carrier, smsFallback, message, extra).catch((second: unknown) => {
      if (!(second instanceof TwimlProblem)) throw second;
      complain(carrier, second.code, second.message, { sid: message.sid, url: smsFallback.url });
    });
  }
}

async function followMessaging(
  carrier: Carrier,
  first: Hook,
  message: Message,
  extra: Record<string, string>,
): Promise<void> {
  let hook: Hook | null = first;
  for (let redirects = 0; hook && redirects <= MAX_REDIRECTS; redirects += 1) {
    const verbs: Element[] = await askForMessaging(carrier, hook, message, extra);
    const base: string = hook.url;
    hook = null;
    for (const verb of verbs) {
      if (verb.name === 'Redirect') {
        hook = {
          url: new URL(verb.text.trim(), base).href,
          method: verb.attributes['method'] === 'GET' ? 'GET' : 'POST',
        };
        break;
      }
      sendReply(carrier, verb, base, message);
    }
  }
}

function sendReply(carrier: Carrier, verb: Element, base: string, message: Message): void {
  const callback = verb.attributes['statusCallback'] ?? verb.attributes['action'];
  const body = verb.children.find((child) => child.name === 'Body')?.text ?? verb.text;
  sendText(carrier, {
    from: verb.attributes['from'] ?? message.to,
    to: verb.attributes['to'] ?? message.from,
    body: body.trim(),
    statusHook: callback === undefined ? null : { url: new URL(callback, base).href, method: 'POST' },
    validitySeconds: 36_000,
    messagingServiceSid: null,
    direction: 'outbound-reply',
  });
}

async function askForMessaging(
  carrier: Carrier,
  hook: Hook,
  message: Message,
  extra: Record<string, string>,
): Promise<Element[]> {
  try {
    const reply = await sendWebhook(carrier, {
      ...hook,
      kind: 'sms',
      params: { ...inboundFields(carrier, message), ...extra },
      numbers: [message.from],
      token: newToken(carrier),
      maxBytes: MAX_RESPONSE_BYTES,
    });
    if (reply.status < 200 || reply.status >= 300)
      throw new TwimlProblem(11200, `answered ${reply.status}`, hook.url);
    if (reply.tooLarge) throw new TwimlProblem(11750, 'the answer is larger than 64 kB', hook.url);
    if (reply.status === 204) return [];
    const type = reply.contentType.split(';')[0]?.trim() ?? '';
    if (type === 'text/plain') return textReply(reply.body.toString('utf8'));
    if (!['text/xml', 'application/xml', 'text/html'].includes(type))
      throw new TwimlProblem(12300, `Content-Type is "${reply.contentType}"; TwiML is text/xml`, hook.url);
    return readDocument(reply.body.toString('utf8'), 'message', { inline: false });
  } catch (error) {
    if (error instanceof WebhookFailure) throw new TwimlProblem(error.code, error.message, hook.url);
    throw error;
  }
}

function textReply(text: string): Element[] {
  return text.trim() === '' ? [] : [{ name: 'Message', attributes: {}, children: [], text, line: 1 }];
}

function inboundFields(carrier: Carrier, message: Message): Record<string, string> {
  return {
    ...geoFields('To', message.to),
    SmsMessageSid: message.sid,
    NumMedia: '0',
    SmsSid: message.sid,
    ...geoFields('From', message.from),
    SmsStatus: 'received',
    Body: message.body,
    To: message.to,
    NumSegments: String(message.numSegments),
    MessageSid: message.sid,
    AccountSid: carrier.account.sid,
    From: message.from,
    ApiVersion: '2010-04-01',
  };
}
