interface Seat {
  /** As in the people file: senior-technician. */
  role: string;
  /** The seat's own name, where the role has several. */
  seat: string | undefined;
}

/** A seat that somebody begins. */
interface TurnToTell extends Seat {
  /** Undefined: no end is in sight. */
  until: Date | undefined;
  /** Not all of the time until then: somebody else has the seat in office hours, as it were. */
  withPauses: boolean;
}

/** What is told at a handoff. Instants are told by the clock of `timeZone`, seen from `now`. */
export interface HandoffFacts {
  deskName: string;
  timeZone: string;
  now: Date;
  /** When the shift begins. */
  from: Date;
  turns: readonly TurnToTell[];
}

/** A swap that was asked for, as the two are told of it. Names are first names; instants are told as in `HandoffFacts`. */
export interface SwapFacts {
  deskName: string;
  timeZone: string;
  now: Date;
  role: string;
  askedBy: string;
  askedOf: string;
  /** What the one gives, and what they take in return. */
  gives: { from: Date; to: Date };
  takes: { from: Date; to: Date } | undefined;
}

/** What is told to people on duty about their duty, by text and mail, in tests of their phones, and with a code. */
export interface DutyPhrases {
  onDuty(facts: HandoffFacts): string;
  /** `successor`: the first name of whoever has the seat from then on. */
  offDuty(facts: { deskName: string; turns: readonly (Seat & { successor: string })[] }): string;
  reminder(facts: HandoffFacts): string;
  /** To whom it was asked of; `link`: where they grant or refuse it. */
  swapAsked(facts: SwapFacts, link: string): string;
  /** To the one who asked, and to the other, who has the shift from now on. */
  swapGranted(facts: SwapFacts): string;
  swapTaken(facts: SwapFacts): string;
  swapRefused(facts: SwapFacts): string;
  /** To whom it was asked of: it was refused in their name, or taken back. */
  swapOver(facts: SwapFacts): string;
  /** Why it is asked, in a mail: `why` as its asker wrote it. */
  swapWhy(why: string): string;
  /** Of a mail with one of these. */
  subject(deskName: string): string;
  /** A test page by text. `code`: T and digits, which answers it. */
  drillText(facts: { deskName: string; code: string; from: Date; timeZone: string; now: Date }): string;
  /** What a test page by voice says first: nobody may take it for a case. */
  drillSpoken(deskName: string): string;
  drillKeys: string;
  drillHeard: string;
  /** The call is over before its key: a case wants this phone. */
  drillGivesWay: string;
  drillPast: string;
  drillThanks: string;
  /**
   * A number that was verified was replaced by an imported file. `before` and `after`: the last digits; `link`: where a code is had.
   */
  numberReplaced(of: { channel: 'voice' | 'sms'; before: string; after: string }, link: string): string;
  /** Of a mail with the same. */
  numberSubject: string;
  /** With six signs in place of the code: the code itself is put in when it is sent. */
  codeText(code: string): string;
  codeSpoken(spokenDigits: string): string;
}
