import type { CallStatus, TextStatus } from '../telephony/index.ts';

const callStatuses: ReadonlyMap<string, CallStatus> = new Map([
  ['queued', 'queued'],
  // Callbacks say `initiated` when dialling begins; the REST API has no such word. The phone does not ring yet.
  ['initiated', 'queued'],
  ['ringing', 'ringing'],
  ['in-progress', 'in-progress'],
  // The callback event is called `answered` although its CallStatus reads `in-progress`; both are accepted.
  ['answered', 'in-progress'],
  ['completed', 'completed'],
  ['busy', 'busy'],
  ['no-answer', 'no-answer'],
  ['failed', 'failed'],
  ['canceled', 'canceled'],
]);

const textStatuses: ReadonlyMap<string, TextStatus> = new Map([
  ['accepted', 'queued'],
  ['scheduled', 'queued'],
  ['queued', 'queued'],
  ['sending', 'queued'],
  ['sent', 'sent'],
  ['partially_delivered', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'undelivered'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
]);

/** Twilio's word for a call's state as ours. A word that we do not know claims the least: `queued`. */
export function toCallStatus(word: string | undefined): CallStatus {
  return callStatuses.get(word ?? '') ?? 'queued';
}

/** Twilio's word for a text's state as ours. A word that we do not know claims the least: `queued`. */
export function toTextStatus(word: string | undefined): TextStatus {
  return textStatuses.get(word ?? '') ?? 'queued';
}
