import { parse } from 'fast-querystring';
import twilio from 'twilio';
import { CUSTOMER, DINO_NUMBER, SECOND_NUMBER } from '../support/world.ts';
import type { Draw } from './draw.ts';
import { oddEscaped } from './oddities.ts';
import type { Known } from './known.ts';

/** What real webhooks carry, each with values that are right for it. */
const usual: Readonly<Record<string, readonly string[]>> = {
  From: [CUSTOMER, '+12025550111', 'anonymous', '+266696687'],
  To: [DINO_NUMBER, SECOND_NUMBER, '+17037682610', '+12025550199'],
  CallStatus: ['ringing', 'in-progress', 'completed', 'busy', 'no-answer', 'canceled', 'failed'],
  Digits: ['1', '2', '3', '4', '5', '6', '7', '9', '0', '#', '12', '2025550107#', 'hangup'],
  SpeechResult: ['severity one', 'two please', 'nothing works'],
  Body: ['A10', 'N10', 'D10', 'J10', 'STOP', 'START', 'help', 'A 1 0 !', 'who is this'],
  MessageStatus: ['queued', 'sent', 'delivered', 'undelivered', 'failed', 'received'],
  RecordingStatus: ['completed', 'absent', 'in-progress', 'failed'],
  RecordingDuration: ['0', '3', '120'],
  StatusCallbackEvent: ['participant-join', 'participant-leave', 'conference-start', 'conference-end'],
  SequenceNumber: ['0', '1', '2', '3'],
  Timestamp: ['Sun, 22 Nov 2026 17:00:00 +0000'],
  ErrorCode: ['0', '30003', '30007'],
  CallDuration: ['0', '17'],
  AnsweredBy: ['human', 'machine_start'],
  StirVerstat: ['TN-Validation-Passed-A'],
  FinishedOnKey: ['#', ''],
  CallbackSource: ['call-progress-events'],
  OptOutType: ['STOP', 'START'],
};
const names = Object.keys(usual);
const oddNames = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'From[]',
  'From[a]',
  '',
  'toString',
  '\u0000',
];

/** The encoded fields of a webhook: right ones, some odd, repeated or missing, and ids that we know or do not. */
export function encodedFields(draw: Draw, known: Known, odd: number): string {
  const pairs: string[] = [];
  const add = (name: string, value: string) => pairs.push(`${encodeURIComponent(name)}=${value}`);
  const id = (prefix: string, of: readonly string[]) =>
    draw.chance(0.5) && of.length > 0 ? draw.one(of) : prefix + draw.hex(32);
  const value = (right: string) => (draw.chance(odd) ? oddEscaped(draw) : encodeURIComponent(right));
  add('CallSid', value(id('CA', known.carrierIds)));
  add('AccountSid', `AC${'0'.repeat(32)}`);
  if (draw.chance(0.3)) add('MessageSid', value(id('SM', [])));
  if (draw.chance(0.2)) add('RecordingSid', value(`RE${draw.hex(32)}`));
  if (draw.chance(0.2)) add('ParticipantLabel', value(id('', known.calls)));
  add('CallStatus', value(draw.one(['ringing', 'in-progress', 'in-progress'])));
  for (const name of ['From', 'To']) if (draw.chance(0.9)) add(name, value(draw.one(usual[name]!)));
  for (let more = draw.below(6); more > 0; more -= 1) {
    const name = draw.one(names);
    add(name, value(draw.one(usual[name]!)));
  }
  if (draw.chance(odd)) add(draw.one(oddNames), oddEscaped(draw));
  return pairs.join('&');
}

/** The signature that Twilio would give to what the service reads from these fields. */
export function signatureOf(token: string, url: string, encoded: string): string {
  return twilio.getExpectedTwilioSignature(token, url, parse(encoded) as Record<string, string>);
}
