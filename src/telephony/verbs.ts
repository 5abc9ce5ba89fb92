import type { PhoneNumber } from '../kernel/index.ts';

/** What a voice reads aloud. `language` is BCP 47 (en-US); `voice` one of the carrier's listed names. */
export interface Say {
  verb: 'say';
  text: string;
  language: string;
  voice: string;
}

/** Plays an audio file at an absolute URL. Put a Say behind every one: audio can fail to load. */
export interface Play {
  verb: 'play';
  url: string;
}

/** Silence for whole seconds, at least 1. */
export interface Pause {
  verb: 'pause';
  seconds: number;
}

/** What may stand inside a Gather: it is cut short by the first key or word. */
export type Prompt = Say | Play | Pause;

/**
 * Waits for keys, speech or both while the prompts are spoken. The answer goes to `action` (absolute URL);
 * silence goes there too, without digits, when `reportSilence` is set, else the next verb runs.
 */
export interface Gather {
  verb: 'gather';
  prompts: Prompt[];
  input: 'keys' | 'keys-and-speech';
  action: string;
  /** Ends at once after that many keys; absent: ends with `finishOnKey` or the timeout. */
  keyCount?: number;
  /** The key that ends the entry, not part of it. Empty: none. Default: none when keyCount is set, else '#'. */
  finishOnKey?: string;
  /** Whole seconds of silence after the prompts. */
  timeoutSeconds: number;
  reportSilence: boolean;
  /** Words the recogniser should expect; speech only. */
  hints?: string[];
  language?: string;
}

/** Records after a beep; the end (silence, key, hang-up) goes to `action`, the finished file to `recordingStatusUrl`. */
export interface RecordMessage {
  verb: 'record';
  action: string;
  recordingStatusUrl: string;
  maxSeconds: number;
  silenceSeconds: number;
  finishOnKey: string;
}

/** Goes on with the document at an absolute URL. */
export interface Redirect {
  verb: 'redirect';
  url: string;
}

export interface Hangup {
  verb: 'hangup';
}

/** Refuses the call before it is answered, at no charge. */
export interface Reject {
  verb: 'reject';
  reason: 'busy' | 'rejected';
}

/** Joins this leg to the room `conference`. It starts when a leg with `startsConference` and one other are in it. */
export interface JoinConference {
  verb: 'join-conference';
  /** Opaque room name, without personal data. */
  conference: string;
  /** Unique in the room, at most 128 characters. */
  label: string;
  startsConference: boolean;
  endsConferenceOnExit: boolean;
  /** The key * takes this leg out of the room; it goes on at `action`. */
  starLeaves?: boolean;
  /** Spoken or played while alone; absolute URL. */
  waitUrl: string;
  /** Where the leg goes on after the conference; absolute URL. */
  action: string;
  /** Receives start, end, join and leave; absolute URL. */
  statusUrl: string;
}

export type Verb = Say | Play | Pause | Gather | RecordMessage | Redirect | Hangup | Reject | JoinConference;

/** A number to call or text, and the number it comes from. */
export interface Route {
  from: PhoneNumber;
  to: PhoneNumber;
}
