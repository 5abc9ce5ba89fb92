import { assertNever } from '../kernel/index.ts';
import type { Gather, JoinConference, RecordMessage, Verb } from '../telephony/index.ts';
import { withConnectionOverrides } from './connection-overrides.ts';
import { element, escapeXml } from './xml.ts';

/** Twilio refuses a longer document (error 11750), and the caller hears an application error. */
export const maxDocumentBytes = 64 * 1024;
/** Longest participant label of a conference. */
const maxLabelLength = 128;

/**
 * Verbs as a TwiML document.
 * @throws Error when a URL is not absolute, a label is too long, or the document is over 64 kB: each would fail
 * at Twilio, where nobody sees it but the caller.
 */
export function renderTwiml(verbs: readonly Verb[]): string {
  const document = `<?xml version="1.0" encoding="UTF-8"?>${element('Response', {}, renderAll(verbs))}`;
  const bytes = Buffer.byteLength(document);
  if (bytes > maxDocumentBytes) {
    throw new RangeError(`TwiML of ${bytes} bytes: at most ${maxDocumentBytes}; say less in one document`);
  }
  return document;
}

function renderAll(verbs: readonly Verb[]): string {
  return verbs.map(render).join('');
}

function render(verb: Verb): string {
  switch (verb.verb) {
    case 'say':
      return element('Say', { voice: verb.voice, language: verb.language }, escapeXml(verb.text));
    case 'play':
      return element('Play', {}, escapeXml(fetched(verb.url, 'Play')));
    case 'pause':
      return element('Pause', { length: verb.seconds });
    case 'gather':
      return renderGather(verb);
    case 'record':
      return renderRecord(verb);
    case 'redirect':
      return element('Redirect', {}, escapeXml(fetched(verb.url, 'Redirect')));
    case 'hangup':
      return element('Hangup');
    case 'reject':
      return element('Reject', { reason: verb.reason });
    case 'join-conference':
      return renderConference(verb);
    default:
      return assertNever(verb, 'verb');
  }
}

function renderGather(gather: Gather): string {
  const listens = gather.input === 'keys-and-speech';
  const attributes = {
    input: listens ? 'dtmf speech' : 'dtmf',
    action: fetched(gather.action, 'Gather action'),
    timeout: gather.timeoutSeconds,
    numDigits: gather.keyCount,
    // Twilio's default is '#'. With a fixed number of keys '#' would end the entry early, and be lost as a key.
    finishOnKey: gather.finishOnKey ?? (gather.keyCount === undefined ? '#' : ''),
    actionOnEmptyResult: gather.reportSilence ? true : undefined,
    language: listens ? gather.language : undefined,
    hints: listens && gather.hints?.length ? gather.hints.join(', ') : undefined,
    speechTimeout: listens ? 'auto' : undefined,
  };
  return element('Gather', attributes, renderAll(gather.prompts));
}

function renderRecord(record: RecordMessage): string {
  return element('Record', {
    action: fetched(record.action, 'Record action'),
    maxLength: record.maxSeconds,
    timeout: record.silenceSeconds,
    finishOnKey: record.finishOnKey,
    recordingStatusCallback: fetched(record.recordingStatusUrl, 'Record recordingStatusUrl'),
    // `absent` tells that nothing was said, so that nobody waits for the file.
    recordingStatusCallbackEvent: 'completed absent',
  });
}

function renderConference(join: JoinConference): string {
  if (join.label.length > maxLabelLength) {
    throw new RangeError(`conference label of ${join.label.length} characters: at most ${maxLabelLength}`);
  }
  const conference = element(
    'Conference',
    {
      beep: false,
      startConferenceOnEnter: join.startsConference,
      endConferenceOnExit: join.endsConferenceOnExit,
      participantLabel: join.label,
      waitUrl: fetched(join.waitUrl, 'Conference waitUrl'),
      statusCallback: fetched(join.statusUrl, 'Conference statusUrl'),
      statusCallbackEvent: 'start end join leave',
    },
    escapeXml(join.conference),
  );
  const action = fetched(join.action, 'Conference action');
  return element('Dial', { action, hangupOnStar: join.starLeaves ? true : undefined }, conference);
}

/** An address that Twilio is to fetch, or to tell what happened. */
function fetched(url: string, where: string): string {
  return withConnectionOverrides(absolute(url, where));
}

/** Relative URLs depend on which document Twilio believes to be in; some of its paths resolve them wrongly. */
function absolute(url: string, where: string): string {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    throw new Error(`${where}: "${url}" is not an absolute http or https URL`);
  }
  return url;
}
