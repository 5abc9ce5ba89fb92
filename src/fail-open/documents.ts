import { createHash } from 'node:crypto';
import { speakerOfWords, type Script } from '../ivr/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { maxDocumentBytes } from '../twilio/index.ts';
import { block, dial, say, type Markup } from './markup.ts';
import type { Ringing } from './who-rings.ts';

/**
 * `voice` answers the call; `screen` asks whoever picked up for a key; `accepted` lets them through to the caller;
 * `goodbye` follows a recorded message. In an order in which each names only those before it.
 */
export const documentNames = ['goodbye', 'accepted', 'screen', 'voice'] as const;
export type DocumentName = (typeof documentNames)[number];
export type FailOpenDocuments = Readonly<Record<DocumentName, string>>;

/** The documents that a document sends the call to. */
export const documentsNamedBy: Readonly<Record<DocumentName, readonly DocumentName[]>> = {
  goodbye: [],
  accepted: [],
  screen: ['accepted'],
  voice: ['screen', 'goodbye'],
};

export interface FailOpenMatter {
  script: Script;
  ringing: Ringing;
  /**
   * The number that the phones of the people on duty see, and let through at night. It must be the carrier's that dials;
   * undefined: it has none, and they see the caller's own, which a carrier allows on a call that came in.
   */
  callerId: PhoneNumber | undefined;
  /** Where each document will stand; absolute. */
  addressOf: (name: DocumentName) => string;
}

const MESSAGE_SECONDS = 180;
const MESSAGE_SILENCE_SECONDS = 6;
const KEY_TIMEOUT_SECONDS = 6;

/**
 * The TwiML documents that answer a desk's calls while the service is down. They are static, so nothing in them can
 * depend on a key or on how a Dial ended. All are asked for with GET: static web hosts refuse POST.
 * @throws RangeError when one is larger than Twilio takes.
 */
export function failOpenDocuments(matter: FailOpenMatter): FailOpenDocuments {
  const speak = sayer(matter.script);
  const words = phrasesFor(matter.script.language).failOpen;
  return {
    goodbye: finish('goodbye', [speak(words.messageGoodbye), block('Hangup')]),
    // It ends without a hang-up, and so the two are joined.
    accepted: finish('accepted', [speak(words.taken)]),
    screen: finish('screen', screen(matter)),
    voice: finish('voice', voice(matter)),
  };
}

/** The desk's language, or English by an English voice where the product has no words in it. */
const sayer = (script: Script) => say(speakerOfWords(script, script.language));

/**
 * A voicemail box presses nothing and is hung up on; so is whoever presses 2, because a finishing key without digits
 * before it counts as no input. Twilio takes only one such key, so any other key accepts like 1.
 */
function screen({ script, addressOf }: FailOpenMatter): Markup[] {
  const speak = sayer(script);
  const words = phrasesFor(script.language).failOpen;
  const gather = {
    input: 'dtmf',
    numDigits: 1,
    finishOnKey: '2',
    timeout: KEY_TIMEOUT_SECONDS,
    action: addressOf('accepted'),
    method: 'GET',
  };
  // Said twice: the greeting of a phone's assistant, or a sleeper, swallows the first.
  const once = [speak(words.whisper(script.name)), speak(words.whisperKeys)];
  return [
    block('Gather', gather, [...once, block('Pause', { length: 2 }), ...once]),
    speak(words.notTaken),
    block('Hangup'),
  ];
}

function voice(matter: FailOpenMatter): Markup[] {
  const { script, ringing } = matter;
  const speak = sayer(script);
  const words = phrasesFor(script.language).failOpen;
  const [first, ...later] = ringing.groups;
  if (first === undefined) return [speak(words.greetingWithoutPeople(script.name)), ...message(matter)];
  return [
    speak(words.greeting(script.name)),
    speak(words.calling),
    ring(matter, first),
    ...later.flatMap((group) => [speak(words.helpedOrAgain), ring(matter, group)]),
    speak(words.helpedOrNobody),
    ...message(matter),
  ];
}

function ring({ ringing, callerId, addressOf }: FailOpenMatter, group: readonly PhoneNumber[]): Markup {
  const options = { timeout: ringing.ringSeconds, callerId };
  return dial(options, group, { url: addressOf('screen'), method: 'GET' });
}

/** Silence is not sent to the action, and so asked for once more. */
function message({ script, addressOf }: FailOpenMatter): Markup[] {
  const speak = sayer(script);
  const words = phrasesFor(script.language).failOpen;
  const record = block('Record', {
    action: addressOf('goodbye'),
    method: 'GET',
    maxLength: MESSAGE_SECONDS,
    timeout: MESSAGE_SILENCE_SECONDS,
    finishOnKey: '#',
  });
  const orWrite = script.mail === undefined ? [] : [speak(words.orWrite(script.mail.spoken))];
  return [
    ...orWrite,
    speak(words.leaveMessage),
    record,
    speak(words.noMessage),
    record,
    speak(words.noMessageGoodbye),
    block('Hangup'),
  ];
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const mark = (version: string) => `<!-- Afterhours fail-open ${version} -->`;

/** The whole document, with a comment that tells which version it is. */
function finish(name: DocumentName, verbs: Markup[]): string {
  const response = block('Response', {}, verbs).join('\n');
  const version = createHash('sha256').update(response).digest('hex').slice(0, 16);
  const text = `${declaration}\n${mark(version)}\n${response}\n`;
  if (Buffer.byteLength(text) > maxDocumentBytes) {
    throw new RangeError(`${name}.xml is larger than the ${maxDocumentBytes} bytes that Twilio takes`);
  }
  return text;
}

/** The version that a document says it is; undefined when it is none of ours. */
export function versionOf(text: string): string | undefined {
  return /<!-- Afterhours fail-open ([0-9a-f]{16}) -->/.exec(text)?.[1];
}
