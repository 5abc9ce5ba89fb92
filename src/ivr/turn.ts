import type { PhoneNumber } from '../kernel/index.ts';
import type { Language } from './languages.ts';
import type { CaseKind, Severity } from './script.ts';

/** What came from the caller. Empty `digits` are the finish key alone; `resumed` comes back after being away. */
export type IvrInput =
  | { kind: 'keys'; digits: string }
  | { kind: 'speech'; text: string }
  | { kind: 'silence' }
  /** `bySilence`: neither a key nor a hang-up ended it, so that its last seconds are silence. */
  | { kind: 'recorded'; seconds: number; bySilence?: boolean; recordingId?: string }
  | { kind: 'resumed' }
  /** Not from the caller, who holds: everybody was asked in vain, and the script goes on with `go`. */
  | { kind: 'nobody-came'; go: string };

/** What is true now, outside the conversation. */
export interface IvrContext {
  /** The office is open. */
  open: boolean;
  /** Absent when the caller withheld it. */
  callerNumber?: PhoneNumber | undefined;
  hasCase: boolean;
  /** For sentences that say when the office opens; asked only where one does. Absent: they are left out. */
  now?: Date | undefined;
  nextOpening?: (() => Date | undefined) | undefined;
  /** Whether the number is that of somebody who may register cases; absent where nobody asks. */
  approved?: boolean | undefined;
  paging: 'none' | 'ringing' | 'accepted';
}

/** Where the conversation stands. Plain JSON, kept with the call. */
export interface IvrState {
  node: string;
  /** Chosen in the call; absent: the script's own. */
  language?: Language | undefined;
  /** Silences and wrong answers in a row at this node. */
  tries: number;
  /** All inputs of the call, so that no conversation goes on without a case for ever. */
  inputs: number;
  caseOpened: boolean;
  /** Inside a node that first asks for a call-back number. */
  asking?: 'number' | 'confirmation' | undefined;
  numberAsked: boolean;
  /** Which question of an interview is asked, from 0. */
  question?: number | undefined;
  /** The number that was keyed in answer to it has been read back. */
  confirming?: true | undefined;
  callbackNumber?: PhoneNumber | undefined;
  /** When the case will be answered, in the script's words. */
  answered?: string | undefined;
  /** The node that says so, and which of the two, for whoever changes the language then. */
  promise?: { node: string; hours: 'inHours' | 'afterHours' } | undefined;
}

/** What must be done before the turn is spoken, in order. */
export type IvrEffect =
  | { kind: 'choice'; key: string; label: string; heard?: string | undefined }
  | {
      kind: 'open-case';
      caseKind: CaseKind;
      severity?: Severity | undefined;
      summary: string;
      plan?: string | undefined;
    }
  /** Chosen for the rest of the call. */
  | { kind: 'language'; language: Language }
  /** People are paged; whoever has taken the case already is brought to the line instead. */
  | { kind: 'start-paging'; plan: string }
  | { kind: 'callback-number'; number: PhoneNumber }
  /** The recording holds nothing but silence: it is no message. */
  | { kind: 'nothing-said'; recordingId: string; seconds: number }
  | { kind: 'keyed-answer'; name: string; label: string; keyed: string }
  /** Somebody who is no approved contact goes on to register a case. */
  | { kind: 'not-approved' }
  /** `body` is a template: fill it with `renderText` once the effects before it are done. */
  | { kind: 'text-caller'; to: PhoneNumber; body: string };

/** A sentence with fields still to be filled. `when` limits it to a case that is new, or that was joined. */
export interface Line {
  text: string;
  language: Language;
  when?: 'new' | 'joined' | undefined;
}

/** What the caller is waited for, once the lines are spoken. */
export type Awaits =
  | { kind: 'menu'; timeoutSeconds: number; speech: boolean; hints: string[] }
  | { kind: 'number'; timeoutSeconds: number; finishOnKey: string }
  /** `question`: which one of an interview the recording answers. */
  | { kind: 'record'; maxSeconds: number; silenceSeconds: number; finishOnKey: string; question?: string }
  /** Hold is played elsewhere; a key given here comes back as input, any other is ignored. */
  | { kind: 'hold'; choices: { key: string; say: string[] }[] }
  | { kind: 'end' };

export interface Turn {
  state: IvrState;
  effects: IvrEffect[];
  lines: Line[];
  awaits: Awaits;
}

/** What is known once the effects are done. An absent fact leaves out the sentences that need it. */
export interface IvrFacts {
  caseNumber?: string | undefined;
  /** How many people are paged because of this turn; absent when nobody is, as when the case was taken already. */
  peoplePaged?: number | undefined;
  /** The call joined a case that was open already. */
  joinedExisting?: boolean | undefined;
  acceptedBy?: string | undefined;
}

/** Absolute addresses that the document goes on to. */
export interface IvrUrls {
  input: string;
  recorded: string;
  recordingStatus: string;
  hold: string;
  /** Hold, for whoever cut short what is said before it: the key meant that and nothing else. */
  holdAtOnce: string;
}
