/** What an attribute may hold. A pattern is matched against the whole value. */
export type Rule =
  | 'text'
  | 'url'
  | 'boolean'
  | 'method'
  | RegExp
  | { from: number; to: number }
  | readonly string[];

export interface VerbRule {
  attributes: Readonly<Record<string, Rule>>;
  /** Elements that may stand inside. */
  children: readonly string[];
  /** Whether text may stand inside. */
  text: boolean;
}

const COUNT = { from: 0, to: 1000 };
const KEYS = /[0-9*#wW]*/;
const SSML = ['break', 'emphasis', 'lang', 'p', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w'];
const ssml = (attributes: Readonly<Record<string, Rule>>): VerbRule => ({
  attributes,
  children: SSML,
  text: true,
});
const words = (...known: string[]) => new RegExp(`(${known.join('|')})( (${known.join('|')}))*`);
const RECORDING_CALLBACK: Readonly<Record<string, Rule>> = {
  recordingStatusCallback: 'url',
  recordingStatusCallbackMethod: 'method',
  recordingStatusCallbackEvent: words('in-progress', 'completed', 'absent', 'failed'),
};
const MACHINE: Readonly<Record<string, Rule>> = {
  machineDetection: ['Enable', 'DetectMessageEnd'],
  machineDetectionTimeout: { from: 3, to: 59 },
  machineDetectionSpeechThreshold: { from: 1000, to: 6000 },
  machineDetectionSpeechEndThreshold: { from: 500, to: 5000 },
  machineDetectionSilenceTimeout: { from: 2000, to: 10000 },
  amdStatusCallback: 'url',
  amdStatusCallbackMethod: 'method',
};

/** Verbs and nouns of voice TwiML with what Twilio's schema allows in them. */
export const VOICE_SCHEMA: Readonly<Record<string, VerbRule>> = {
  Say: { attributes: { voice: 'text', language: 'text', loop: COUNT }, children: SSML, text: true },
  break: ssml({ strength: 'text', time: 'text' }),
  emphasis: ssml({ level: 'text' }),
  lang: ssml({ 'xml:lang': 'text' }),
  p: ssml({}),
  phoneme: ssml({ alphabet: 'text', ph: 'text' }),
  prosody: ssml({ volume: 'text', rate: 'text', pitch: 'text' }),
  s: ssml({}),
  'say-as': ssml({ 'interpret-as': 'text', format: 'text', role: 'text' }),
  sub: ssml({ alias: 'text' }),
  w: ssml({ role: 'text' }),
  Play: { attributes: { loop: COUNT, digits: KEYS }, children: [], text: true },
  Pause: { attributes: { length: { from: 0, to: 36000 } }, children: [], text: false },
  Gather: {
    attributes: {
      action: 'url',
      method: 'method',
      input: words('dtmf', 'speech'),
      numDigits: { from: 1, to: 1000 },
      timeout: { from: 0, to: 600 },
      finishOnKey: /[0-9*#]*/,
      actionOnEmptyResult: 'boolean',
      bargeIn: 'boolean',
      language: 'text',
      hints: 'text',
      speechTimeout: /auto|\d+/,
      speechModel: 'text',
      maxSpeechTime: { from: 1, to: 600 },
      profanityFilter: 'boolean',
      enhanced: 'boolean',
      debug: 'boolean',
      partialResultCallback: 'url',
      partialResultCallbackMethod: 'method',
    },
    children: ['Say', 'Play', 'Pause'],
    text: false,
  },
  Record: {
    attributes: {
      action: 'url',
      method: 'method',
      timeout: { from: 0, to: 600 },
      finishOnKey: /[0-9*#]*/,
      maxLength: { from: 1, to: 14400 },
      playBeep: 'boolean',
      trim: ['trim-silence', 'do-not-trim'],
      transcribe: 'boolean',
      transcribeCallback: 'url',
      recordingConfigurationId: 'text',
      ...RECORDING_CALLBACK,
    },
    children: [],
    text: false,
  },
  Dial: {
    attributes: {
      action: 'url',
      method: 'method',
      timeout: { from: 5, to: 600 },
      timeLimit: { from: 1, to: 86400 },
      answerOnBridge: 'boolean',
      callerId: 'text',
      hangupOnStar: 'boolean',
      record: /(true|false|do-not-record|record-from-(answer|ringing)(-dual)?)/,
      ringTone: 'text',
      sequential: 'boolean',
      trim: ['trim-silence', 'do-not-trim'],
      recordingTrack: ['both', 'inbound', 'outbound'],
      recordingConfigurationId: 'text',
      referUrl: 'url',
      referMethod: 'method',
      events: 'text',
      passports: 'text',
      ...RECORDING_CALLBACK,
    },
    children: ['Number', 'Conference', 'Queue'],
    text: true,
  },
  Number: {
    attributes: {
      url: 'url',
      method: 'method',
      sendDigits: KEYS,
      statusCallback: 'url',
      statusCallbackMethod: 'method',
      statusCallbackEvent: words('initiated', 'ringing', 'answered', 'completed'),
      byoc: 'text',
      ...MACHINE,
    },
    children: [],
    text: true,
  },
  Conference: {
    attributes: {
      startConferenceOnEnter: 'boolean',
      endConferenceOnExit: 'boolean',
      muted: 'boolean',
      beep: ['true', 'false', 'onEnter', 'onExit'],
      waitUrl: 'url',
      waitMethod: 'method',
      maxParticipants: { from: 2, to: 250 },
      record: ['do-not-record', 'record-from-start'],
      trim: ['trim-silence', 'do-not-trim'],
      coach: 'text',
      participantLabel: /.{1,128}/,
      jitterBufferSize: ['off', 'small', 'medium', 'large'],
      region: 'text',
      eventCallbackUrl: 'url',
      statusCallback: 'url',
      statusCallbackMethod: 'method',
      statusCallbackEvent: words(
        'start',
        'end',
        'join',
        'leave',
        'mute',
        'hold',
        'modify',
        'speaker',
        'announcement',
      ),
      recordingConfigurationId: 'text',
      ...RECORDING_CALLBACK,
    },
    children: [],
    text: true,
  },
  Queue: {
    attributes: { url: 'url', method: 'method', reservationSid: 'text', postWorkActivitySid: 'text' },
    children: [],
    text: true,
  },
  Enqueue: {
    attributes: {
      action: 'url',
      method: 'method',
      waitUrl: 'url',
      waitUrlMethod: 'method',
      maxQueueSize: COUNT,
      workflowSid: 'text',
    },
    children: [],
    text: true,
  },
  Redirect: { attributes: { method: 'method' }, children: [], text: true },
  Reject: { attributes: { reason: ['busy', 'rejected'] }, children: [], text: false },
  Hangup: { attributes: {}, children: [], text: false },
  Leave: { attributes: {}, children: [], text: false },
};

/** Verbs of an answer to an inbound text. */
export const MESSAGING_SCHEMA: Readonly<Record<string, VerbRule>> = {
  Message: {
    attributes: { to: 'text', from: 'text', action: 'url', method: 'method', statusCallback: 'url' },
    children: ['Body', 'Media'],
    text: true,
  },
  Body: { attributes: {}, children: [], text: true },
  Media: { attributes: {}, children: [], text: true },
  Redirect: { attributes: { method: 'method' }, children: [], text: true },
};

/** Where a document runs decides which verbs may stand at its top. */
export const TOP_LEVEL = {
  call: ['Say', 'Play', 'Pause', 'Gather', 'Record', 'Dial', 'Enqueue', 'Redirect', 'Reject', 'Hangup'],
  'conference-wait': ['Say', 'Play', 'Pause', 'Redirect'],
  'queue-wait': ['Say', 'Play', 'Pause', 'Gather', 'Redirect', 'Hangup', 'Leave'],
  whisper: ['Say', 'Play', 'Pause', 'Gather', 'Redirect', 'Hangup'],
  announcement: ['Say', 'Play', 'Pause'],
  message: ['Message', 'Redirect'],
} as const satisfies Record<string, readonly string[]>;

export type Setting = keyof typeof TOP_LEVEL;
