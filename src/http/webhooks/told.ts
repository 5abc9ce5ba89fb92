import type { FastifyRequest } from 'fastify';
import type { IvrInput } from '../../ivr/index.ts';
import type { Told } from '../../journal/index.ts';
import { cutText } from '../../kernel/index.ts';
import type { CarrierName } from '../../telephony/index.ts';
import { readGather, readInboundText, readRecording, readVoice } from '../../twilio/index.ts';
import { isId } from './webhook.ts';

/** What the carrier tells in a webhook, now or, out of the journal, some time ago. */
export interface Notice {
  carrier: CarrierName;
  fields: Record<string, string>;
  /** Which question of the script a recording answers, from its address. */
  question?: string | undefined;
  /** When it came, of one that could not be recorded then. */
  cameAt?: Date | undefined;
}

/** What a path below /twilio asks for, of what is told only once or as long as somebody stays on the line. */
export type Deed =
  | { kind: 'call' }
  | { kind: 'input'; id: string; turn: number }
  | { kind: 'recorded'; id: string; turn: number; question?: string | undefined }
  | { kind: 'recording'; id: string; question?: string | undefined }
  | { kind: 'text' };

/** What is read of a request. */
type Asked = Pick<FastifyRequest, 'url' | 'webhook' | 'carrier'>;

export function noticeOf(request: Asked): Notice {
  const deed = deedOf(pathOf(request));
  const question = deed && 'question' in deed ? deed.question : undefined;
  return {
    carrier: request.carrier,
    fields: request.webhook,
    ...(question === undefined ? {} : { question }),
  };
}

/** The path below /twilio. */
function pathOf({ url }: Pick<Asked, 'url'>): string {
  return (url.split('?', 1)[0] ?? '').replace(/^\/twilio/, '');
}

export function deedOf(path: string): Deed | undefined {
  if (path === '/voice') return { kind: 'call' };
  if (path === '/sms') return { kind: 'text' };
  const [, id = '', what, turn = '', question] =
    /^\/call\/([^/]+)\/(input|recorded|recording)(?:\/(\d{1,9}))?(?:\/([a-z][a-z0-9-]{0,60}))?$/.exec(path) ??
    [];
  const asked = question === undefined ? {} : { question };
  if (what === 'recording') return { kind: what, id, ...asked };
  if (what === 'recorded') return { kind: what, id, turn: Number(turn), ...asked };
  if (what === 'input') return { kind: what, id, turn: Number(turn) };
  return undefined;
}

/** Digits, words or silence. The finish key alone is an empty entry, which is not silence. */
export function inputOf({ fields }: Notice): IvrInput {
  const { digits, speech } = readGather(fields);
  if (digits !== undefined) return { kind: 'keys', digits };
  if (speech !== undefined) return { kind: 'speech', text: speech };
  if (fields['FinishedOnKey']) return { kind: 'keys', digits: '' };
  return { kind: 'silence' };
}

/** What is read when it is taken again; the rest of some thirty fields is of no use then. */
const NEEDED = [
  'CallSid',
  'From',
  'To',
  'StirVerstat',
  'Digits',
  'FinishedOnKey',
  'SpeechResult',
  'RecordingSid',
  'RecordingUrl',
  'RecordingStatus',
  'RecordingDuration',
  'MessageSid',
  'SmsSid',
  'Body',
  'OptOutType',
];
/** Longer than any text, and than anything that is said in a turn. */
const LONGEST_FIELD = 4_000;

/** What is to be kept of a webhook that could not be recorded; undefined when nothing is: it says nothing, or is asked for again. */
export function toKeep(request: Asked): Told | undefined {
  const notice = noticeOf(request);
  const path = pathOf(request);
  const deed = deedOf(path);
  const name = deed && nameOf(deed, notice);
  if (name === undefined) return undefined;
  const fields = NEEDED.flatMap((field) => {
    const value = notice.fields[field];
    return value === undefined ? [] : [[field, cutText(value, LONGEST_FIELD)] as const];
  });
  return {
    key: `${notice.carrier} ${name}`,
    path,
    carrier: notice.carrier,
    fields: Object.fromEntries(fields),
  };
}

/** Which deed it is, so that it is kept once however often it is told; undefined for what need not be kept. */
function nameOf(deed: Deed, notice: Notice): string | undefined {
  const { fields } = notice;
  switch (deed.kind) {
    case 'call': {
      const { carrierId } = readVoice(fields);
      return carrierId === '' ? undefined : `call ${carrierId}`;
    }
    case 'text': {
      const { carrierId } = readInboundText(fields);
      return carrierId === '' ? undefined : `text ${carrierId}`;
    }
    case 'input':
      return inputOf(notice).kind === 'silence' ? undefined : `input ${deed.id}/${deed.turn}`;
    case 'recorded':
      return `recorded ${deed.id}/${deed.turn}`;
    case 'recording': {
      const { recordingId, status } = readRecording(fields);
      return isId(deed.id) && status === 'completed' ? `recording ${recordingId}` : undefined;
    }
  }
}
