import type {
  CallOrder,
  CarrierAnswer,
  KeptRecording,
  PlacedCall,
  PlacedText,
  Telephony,
  TextOrder,
} from '../telephony/index.ts';
import { answerOf, UnreadableAnswer } from './carrier-answers.ts';
import { createTwilioClient, type TwilioClient, type TwilioSettings } from './client.ts';
import { withConnectionOverrides } from './connection-overrides.ts';
import { textFailure } from './failure-classes.ts';
import { createRecordingReader, isOfAnotherAccount, liesHere } from './recordings.ts';
import { toCallStatus, toTextStatus } from './statuses.ts';

/** Twilio sends only `completed` unless told otherwise. */
const callEvents = ['initiated', 'ringing', 'answered', 'completed'];

/** Limits of the REST API: a value beyond them would cost the page. */
const ringTimeoutSecondsMost = 600;
const validitySecondsMost = 36_000;

/**
 * Telephony through Twilio's REST API.
 * @throws Error only here, when `accountSid` does not begin with AC; the methods answer with failures instead.
 */
export function createTwilioTelephony(settings: TwilioSettings): Telephony {
  const client = createTwilioClient(settings);
  const readRecording = createRecordingReader(settings);
  return {
    placeCall: (order) => answerOf('new', () => placeCall(client, order)),
    sendText: (order) => answerOf('new', () => sendText(client, order)),
    redirectCall: (carrierId, url) =>
      updateCall(client, carrierId, { url: withConnectionOverrides(url), method: 'POST' }),
    // `canceled` reaches a call only while it is queued or rings; `completed` ends it in any state.
    cancelUnanswered: (carrierId) => updateCall(client, carrierId, { status: 'canceled' }),
    hangUp: (carrierId) => updateCall(client, carrierId, { status: 'completed' }),
    fetchCall: (carrierId) =>
      answerOf('existing', async () => toPlacedCall(await client.calls(carrierId).fetch())),
    fetchText: (carrierId) =>
      answerOf('existing', async () => toPlacedText(await client.messages(carrierId).fetch())),
    fetchRecording: (url) => answerOf('existing', () => readRecording(url)),
    deleteRecording: (recording) => deleteRecording(client, settings, recording),
    deleteCall: (carrierId) => deleted(() => client.calls(carrierId).remove()),
    deleteText: (carrierId) => deleted(() => client.messages(carrierId).remove()),
  };
}

async function placeCall(client: TwilioClient, order: CallOrder): Promise<PlacedCall> {
  const call = await client.calls.create({
    from: order.from,
    to: order.to,
    url: withConnectionOverrides(order.answerUrl),
    statusCallback: withConnectionOverrides(order.statusUrl),
    statusCallbackEvent: callEvents,
    timeout: within(1, order.ringTimeoutSeconds, ringTimeoutSecondsMost),
  });
  return toPlacedCall(call);
}

async function sendText(client: TwilioClient, order: TextOrder): Promise<PlacedText> {
  const text = await client.messages.create({
    from: order.from,
    to: order.to,
    body: order.body,
    statusCallback: withConnectionOverrides(order.statusUrl),
    validityPeriod: within(1, order.validitySeconds, validitySecondsMost),
  });
  return toPlacedText(text);
}

function updateCall(
  client: TwilioClient,
  carrierId: string,
  change: { url: string; method: string } | { status: 'canceled' | 'completed' },
): Promise<CarrierAnswer<PlacedCall>> {
  return answerOf('existing', async () => toPlacedCall(await client.calls(carrierId).update(change)));
}

function deleted(remove: () => Promise<unknown>): Promise<CarrierAnswer<'deleted'>> {
  return answerOf('existing', async () => {
    await remove();
    return 'deleted' as const;
  });
}

/**
 * Asks by the id alone, because the same account can have had another address. "Not found" proves that a recording is
 * gone only where it was.
 */
async function deleteRecording(
  client: TwilioClient,
  settings: TwilioSettings,
  { carrierId, url }: KeptRecording,
): Promise<CarrierAnswer<'deleted'>> {
  if (isOfAnotherAccount(url, settings)) return elsewhere;
  const answer = await deleted(() => client.recordings(carrierId).remove());
  const isMissing = !answer.ok && answer.failure.class === 'race';
  return isMissing && !liesHere(url, settings) ? elsewhere : answer;
}

const elsewhere: CarrierAnswer<'deleted'> = {
  ok: false,
  failure: {
    class: 'ours-broken',
    code: 'elsewhere',
    message: 'the recording was left at another account or address than the one in use',
    ambiguous: false,
  },
};

function toPlacedCall(call: { sid?: string; status?: string }): PlacedCall {
  return { carrierId: required(call.sid), status: toCallStatus(call.status) };
}

function toPlacedText(text: { sid?: string; status?: string; errorCode?: number | null }): PlacedText {
  const status = toTextStatus(text.status);
  const failure = textFailure(status, text.errorCode ? String(text.errorCode) : undefined);
  return { carrierId: required(text.sid), status, ...(failure && { failure }) };
}

function required(sid: string | undefined): string {
  if (typeof sid !== 'string' || sid === '') throw new UnreadableAnswer('the answer holds no sid');
  return sid;
}

function within(least: number, seconds: number, most: number): number {
  return Math.min(Math.max(Math.round(seconds), least), most);
}
