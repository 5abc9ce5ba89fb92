import type { CaseRefusal } from '../casework/index.ts';

/** Who does something in the console. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  /** The key of the responder whom the account belongs to, where there is one. */
  readonly person: string | undefined;
}

/** What an action came to; the words for a refusal are its reader's, beside the field. */
export type ActionResult = { ok: true } | { ok: false; why: CaseRefusal };

/** `no-phone`: whoever acts is nobody in the roster who can be called. */
export type AnswerResult = 'yours' | 'gone' | 'taken' | 'not-ringing' | 'in-talk' | 'no-phone';

/** What people can do to a case in the console. Each is one transaction; a case number that is unknown is a refusal. */
export interface ConsoleActions {
  addNote(caseNumber: string, by: Actor, note: { text: string }): Promise<ActionResult>;
  /** The customer called `person` directly: acknowledges the case as theirs, in contact, and stops paging. */
  recordReachedDirectly(caseNumber: string, by: Actor, reached: { person: string }): Promise<ActionResult>;
  /** `person` is in contact with the customer; undefined: somebody who is in no roster, and the case has the account. */
  recordContact(
    caseNumber: string,
    by: Actor,
    contact: { person: string | undefined; note: string },
  ): Promise<ActionResult>;
  /** The program build that fixes it: the case is resolved. */
  enterBuildNumber(caseNumber: string, by: Actor, fix: { buildNumber: string }): Promise<ActionResult>;
  /** Needs one of the desk's closing codes, or, where it has none, a build number in the case or a reason why not. */
  close(
    caseNumber: string,
    by: Actor,
    closing: { reason: string | undefined; code?: string | undefined },
  ): Promise<ActionResult>;
  /**
   * Hands the caller who is on the line on to those whom the desk names for it; `isWarm`: the operator stays until they come.
   * Refused while the office is closed. `plan`: which of them, where there are several.
   */
  handOn(
    caseNumber: string,
    by: Actor,
    how: { plan: string | undefined; isWarm: boolean },
  ): Promise<ActionResult>;
  /** To whom that can be at this moment; nobody after hours. Changes nothing. */
  handOnTargets(caseNumber: string): Promise<readonly { plan: string; name: string }[]>;
  /**
   * Whoever acts answers the caller of a case whom operators are being asked to answer: on their own telephone, and whoever they
   * are talking to is parked meanwhile.
   */
  answerCall(caseNumber: string, by: Actor): Promise<AnswerResult>;
  /** Begins the next round without waiting for it. */
  pageNextRound(caseNumber: string, by: Actor): Promise<ActionResult>;
  /** Gives the case to `person`, who is told. */
  assign(caseNumber: string, by: Actor, to: { person: string }): Promise<ActionResult>;
  startWork(caseNumber: string, by: Actor): Promise<ActionResult>;
  /** `until`: when somebody is reminded; undefined: nobody is. */
  wait(caseNumber: string, by: Actor, wait: { what: string; until: Date | undefined }): Promise<ActionResult>;
  /** Is it really the hardware? Without that no replacement is sent. */
  assess(
    caseNumber: string,
    by: Actor,
    found: { assessment: 'hardware' | 'not-hardware'; why: string },
  ): Promise<ActionResult>;
  ship(
    caseNumber: string,
    by: Actor,
    sent: { what: string; where: string; tracking: string | undefined },
  ): Promise<ActionResult>;
  received(caseNumber: string, by: Actor): Promise<ActionResult>;
  returned(caseNumber: string, by: Actor): Promise<ActionResult>;
  /** The old unit will not come back. */
  writeOff(caseNumber: string, by: Actor, writeOff: { why: string }): Promise<ActionResult>;
  outOfScope(caseNumber: string, by: Actor, scope: { why: string }): Promise<ActionResult>;
  reopen(caseNumber: string, by: Actor, again: { why: string }): Promise<ActionResult>;
  /** A mail to the customer in somebody's own words. */
  tellCustomer(caseNumber: string, by: Actor, note: { text: string }): Promise<ActionResult>;
  newPin(caseNumber: string, by: Actor): Promise<ActionResult>;
}

/** What people can do to an alarm. */
export interface AlarmActions {
  /** Takes it down by hand, as mended; if its cause is met again, it is raised anew. False when it does not stand. */
  clear(alarmId: string, by: Actor): Promise<boolean>;
}

/** What people can do with mail that is on no case. */
export interface ReplyActions {
  /** Puts it on the case of this number; undefined: it was seen, and that is all. */
  settle(
    mailId: string,
    by: Actor,
    caseNumber: string | undefined,
  ): Promise<{ ok: true } | { ok: false; message: string }>;
}
