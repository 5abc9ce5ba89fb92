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

/** What is told to people on duty about their duty, by text and mail, in tests of their phones, and with a code. */
export interface DutyPhrases {
  onDuty(facts: HandoffFacts): string;
  /** `successor`: the first name of whoever has the seat from then on. */
  offDuty(facts: { deskName: string; turns: readonly (Seat & { successor: string })[] }): string;
  reminder(facts: HandoffFacts): string;
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
  /** With six signs in place of the code: the code itself is put in when it is sent. */
  codeText(code: string): string;
  codeSpoken(spokenDigits: string): string;
}
