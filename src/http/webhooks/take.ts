import { converse, keepRecording, takeCall, UnknownCall } from '../../answering/index.ts';
import { callById } from '../../calls/index.ts';
import type { Piece } from '../../journal/index.ts';
import { assertNever } from '../../kernel/index.ts';
import { takeText } from '../../responding/index.ts';
import type { Service } from '../../service/index.ts';
import type { Verb } from '../../telephony/index.ts';
import { readInboundText, readRecording, readVoice } from '../../twilio/index.ts';
import { takeCanaryCall, takeCanaryText } from '../../watchdog/index.ts';
import { deedOf, inputOf, type Notice } from './told.ts';
import { isId } from './webhook.ts';

/** A call that comes in, or one that is not in the books: whoever is on the line must get on. */
export async function takeNewCall(service: Service, notice: Notice): Promise<Verb[]> {
  const call = incoming(notice);
  const canary = await takeCanaryCall(service, call, notice.cameAt);
  return canary ?? takeCall(service, call, notice.cameAt);
}

/** What a caller keyed, said or left unsaid. */
export async function takeInput(service: Service, id: string, turn: number, notice: Notice): Promise<Verb[]> {
  if (!isId(id)) return takeNewCall(service, notice);
  try {
    // Not looked up beforehand: at this key press people are waiting to be paged.
    return await converse(service, id, turn, inputOf(notice), incoming(notice));
  } catch (error) {
    if (error instanceof UnknownCall) return takeNewCall(service, notice);
    throw error;
  }
}

/** The call itself tells that a message has been left. */
export async function takeMessage(
  service: Service,
  id: string,
  turn: number,
  notice: Notice,
): Promise<Verb[]> {
  if (!isId(id) || !(await callById(service.db, id))) return takeNewCall(service, notice);
  await takeRecording(service, id, notice);
  const { recordingId, durationSeconds: seconds = 0 } = readRecording(notice.fields);
  const bySilence = !notice.fields['Digits'];
  return converse(service, id, turn, { kind: 'recorded', seconds, bySilence, recordingId });
}

/** A message as a finished file, told by the call or by the carrier's callback. */
export async function takeRecording(
  service: Service,
  id: string,
  { fields, question }: Notice,
): Promise<void> {
  const recording = readRecording(fields);
  await keepRecording(service, id, {
    ...recording,
    carrierId: recording.recordingId,
    url: recording.url,
    question,
  });
}

/** A text from somebody's phone. */
export async function takeInboundText(service: Service, { carrier, fields }: Notice): Promise<void> {
  const text = readInboundText(fields);
  if (await takeCanaryText(service, text)) return;
  await takeText(service, { ...text, carrier, from: text.from, optOut: text.optOut });
}

/** Takes a webhook again that could not be recorded when it came. What has been recorded meanwhile changes nothing. */
export async function takeAgain(
  service: Service,
  { path, carrier, fields, receivedAt }: Piece,
): Promise<unknown> {
  const notice = { carrier, fields, cameAt: receivedAt };
  const deed = deedOf(path);
  switch (deed?.kind) {
    case 'call':
      return takeNewCall(service, notice);
    case 'text':
      return takeInboundText(service, notice);
    case 'input':
      return takeInput(service, deed.id, deed.turn, notice);
    case 'recorded':
      return takeMessage(service, deed.id, deed.turn, { ...notice, question: deed.question });
    case 'recording':
      if (!(await callById(service.db, deed.id))) throw new UnknownCall(`no call ${deed.id}`);
      return takeRecording(service, deed.id, { ...notice, question: deed.question });
    case undefined:
      throw new Error(`nothing is known of ${path}`);
    default:
      return assertNever(deed);
  }
}

function incoming({ carrier, fields }: Notice) {
  const { carrierId, from, to, stirVerstat } = readVoice(fields);
  return { carrier, carrierId, from, to, stirVerstat };
}
