import type { CarrierName } from '../telephony/index.ts';
import type { AcceptPagePhrases } from './accept-page-phrases.ts';
import type { BarWords } from './bar-words.ts';
import type { CaseWords } from './case-words.ts';
import type { CustomerWords } from './customer-words.ts';
import type { DutyChangeWords } from './duty-change-words.ts';
import type { DutyPageWords } from './duty-page-words.ts';
import type { HoursWords } from './hours-words.ts';
import type { LeaveFileWords } from './leave-file-words.ts';
import type { PeopleWords } from './people-words.ts';
import type { RefusedWords } from './refused-words.ts';
import type { DutyPhrases } from './duty-phrases.ts';
import type { OperatorPhrases } from './operator-phrases.ts';
import type { CalendarPhrases } from './calendar-phrases.ts';
import type { FailOpenPhrases } from './fail-open-phrases.ts';
import type { RegisterWords } from './register-words.ts';
import type { TechnicianWords } from './technician-words.ts';
import type { RedirectPhrases } from './redirect-phrases.ts';
import type { TimeToSay } from './time-to-say.ts';
import type { WhatIfWords } from './what-if-words.ts';

/** What a page says of its case. Numbers of callers are E.164 or undefined when withheld. */
export interface CaseForPage {
  number: string;
  spokenNumber: string;
  severity: string | undefined;
  summary: string;
  deskName: string;
  /** Customer's name or number, or undefined when unknown. */
  customer: string | undefined;
  callbackNumber: string | undefined;
  callerHolds: boolean;
}

/** How far the pages of a case have come, for the caller on hold. */
export interface HoldFacts {
  ringing: number;
  listening: number;
  asked: number;
  acceptedBy: string | undefined;
  /** Whoever accepted is talking to another customer. */
  talksElsewhere: boolean;
  nextRoundInSeconds: number | undefined;
}

/** What is wrong with the way to our people, and what is known of it. The subject of an alarm is made from the same. */
export type AlarmFacts =
  /** The carrier refuses what we ask. `wholeAccount`: whatever we ask; `pagesGoBy`: another carrier that does it instead. */
  | {
      kind: 'carrier-refuses';
      channel: 'voice' | 'sms';
      code: string;
      from?: string;
      to?: string;
      wholeAccount: boolean;
      pagesGoBy?: string;
      /** Which carrier, where there are two. */
      carrier?: CarrierName;
      /** The other one refuses as well. */
      isLast?: boolean;
    }
  | { kind: 'contact-dead'; channel: 'voice' | 'sms'; number: string; person: string; code: string }
  /** `ourNumber`: where START must be sent to. */
  | { kind: 'opted-out'; number: string; person: string; ourNumber: string }
  | { kind: 'duty-hole'; desk: string; role: string; wanted: number; found: number; unreachable: string[] }
  /**
   * Somebody will be missing: the first such stretch, as instants, and how many more begin within a week. `people`: the
   * names of those whom it is about.
   */
  | {
      kind: 'duty-ahead';
      desk: string;
      timeZone: string;
      role: string;
      problem: 'nobody' | 'too-few' | 'unreachable' | 'doubled';
      people: string[];
      wanted: number;
      found: number;
      from: string;
      to: string;
      more: number;
    }
  /**
   * Somebody who is about to go on duty was not reached by a test page, though asked several times. `key`: the person's;
   * `from`: when the shift begins, as an instant.
   */
  | {
      kind: 'drill-missed';
      desk: string;
      timeZone: string;
      key: string;
      person: string;
      missed: { channel: 'voice' | 'sms'; why: DrillMiss; code?: string }[];
      from: string;
    }
  | { kind: 'nobody-to-page'; desk: string; caseNumber: string }
  /** `gone`: nothing came back, or it did and the carrier's reports of it did not. */
  | {
      kind: 'canary-missing';
      channel: 'voice' | 'sms';
      /** The one that it went out by. */
      carrier: CarrierName;
      number: string;
      minutes: number;
      gone: 'all' | 'reports';
    }
  | {
      kind: 'delivery-drop';
      channel: 'voice' | 'sms';
      from: string;
      recentPercent: number;
      usualPercent: number;
      recent: number;
    }
  | { kind: 'mail-stuck'; error: string }
  /** Messages whose time is over and which the carrier does not delete, or which nobody who can be asked has. */
  | { kind: 'recordings-kept'; code: string; carrier?: CarrierName; what?: 'recordings' | 'records' }
  /** What callers and responders did between two instants was recorded late, and `lost` not at all. */
  | { kind: 'recorded-late'; recorded: number; lost: number; from: string; until: string }
  /** `fault`: people, or what is wrong with the hosted copy; `told`: what exactly, in whole sentences. */
  | { kind: 'fail-open'; desk: string; fault: string; told: string };

/** Why a test page has reached nobody. `no-key`: picked up, by a person or a machine, and no key was pressed. */
export type DrillMiss = 'no-answer' | 'busy' | 'no-key' | 'no-reply' | 'failed' | 'not-asked';

/** An alarm as it is told: what is wrong, and what to do about it, in one or two sentences each. */
export interface AlarmWords {
  wrong: string;
  toDo: string;
}

/**
 * Everything that the product itself says or writes, in one language: to callers, responders, customers, supervisors, and
 * in the console. Scripts own what a desk's menu says; this is what all desks share. One implementation a language.
 */
export interface Phrases {
  /** BCP 47: what a voice must speak to read them out. */
  language: string;
  /**
   * The voices that speak it, by BCP 47 tag, the recommended ones first: those that Twilio lists (SayVoice in its SDK 6.2.0).
   * A voice outside this list can make the carrier fail the call. Scripts can be in these languages and no other.
   */
  voices: Readonly<Record<string, readonly string[]>>;
  /** A time as it is said in the middle of a sentence; `language` is a BCP 47 tag of this catalogue's language. */
  time(time: TimeToSay, language: string): string;
  /** The words for 0 to 9, as they are said one by one. */
  digits: readonly string[];
  // what a case is called until somebody writes more
  hungUpBeforeChoosing: string;
  nothingChosen: string;
  // to responders, spoken
  pageIntroduction(deskName: string): string;
  pageOf(page: CaseForPage): string;
  pageKeys: string;
  severalPages(count: number): string;
  /** Stands for a caller without a name among several: four digits tell them apart. */
  numberEnding(spokenDigits: string): string;
  severalKeys: string;
  notAKey: string;
  noKey: string;
  acceptedConnecting: string;
  acceptedSeveral(spokenNumbers: string[]): string;
  acceptedCallerGone(spokenNumber: string): string;
  acceptedNoNumber(spokenNumber: string): string;
  declined: string;
  takenBy(name: string, spokenNumber: string): string;
  joinOffer: string;
  joining: string;
  /** The caller is on the line by another carrier: the two meet in a call of ours by that one. */
  callingYouAgain: string;
  /** The same, when that carrier places no calls. */
  callerToHangUp: string;
  /** There is no call left to join. */
  callIsOver: string;
  takenByYou(spokenNumber: string): string;
  pressToTalk: string;
  noLongerNeeded(spokenNumber: string): string;
  callingCustomer: string;
  /** Asked of whoever has left a called-back phone by the key *, while it is on the line. */
  reachedThem: string;
  /** Asked of whoever called back, when that phone has hung up. */
  talkedToThem: string;
  talkedNoted: string;
  notReachedNoted: string;
  callerLeft: string;
  /** Whoever has finished one talk is put through to the next caller who holds. */
  nextCaller(spokenNumber: string): string;
  customerNotReached: string;
  goodbye: string;
  // to callers, spoken
  hold(facts: HoldFacts): string;
  yourCase(spokenNumber: string): string;
  /** The caller holds and nobody is asked any more, as when the case was closed meanwhile. */
  nobodyComing(spokenNumber: string): string;
  /** On the way into the room: whoever accepted may still be listening to what they have taken. */
  connectedTo(name: string): string;
  callBack(deskName: string, name: string): string;
  /** The line cannot be connected: whoever has the case calls. */
  pleaseHangUp(name: string): string;
  responderLeft(name: string): string;
  /** Whoever came to the line has left it before the two are known to have met. */
  leftBeforeMeeting(name: string): string;
  backOnHold: string;
  /** The last words to a customer who wants nobody back. */
  farewell(spokenNumber: string): string;
  apology: string;
  // written, to responders
  pageText(page: CaseForPage, code: number, link: string): string;
  standDownText(number: string, name: string): string;
  acceptedText(page: CaseForPage, ringsNow: boolean): string;
  /** `joinCode`: the call is going on, and J with this code brings them into it. */
  acceptedSecondText(number: string, name: string, joinCode: number | undefined): string;
  declinedText(number: string): string;
  directText(number: string): string;
  /** To whoever called back and left without a word on whether it was the customer. */
  talkedText(number: string, code: number): string;
  codeNotKnown(code: string): string;
  overText(number: string): string;
  howToAnswer(codes: { code: number; number: string }[]): string;
  nothingOpen: string;
  strangerText(deskName: string, number: string): string;
  // written, to customers
  /** After their call; `deskNumber` as people write it. */
  caseNumberText(of: { deskName: string; deskNumber: string; caseNumber: string }): string;
  acceptPage: AcceptPagePhrases;
  failOpen: FailOpenPhrases;
  operator: OperatorPhrases;
  technician: TechnicianWords;
  customer: CustomerWords;
  // the console
  bar: BarWords;
  register: RegisterWords;
  dutyPage: DutyPageWords;
  dutyChanges: DutyChangeWords;
  leaveFile: LeaveFileWords;
  people: PeopleWords;
  hours: HoursWords;
  refused: RefusedWords;
  whatIf: WhatIfWords;
  cases: CaseWords;
  calendar: CalendarPhrases;
  duty: DutyPhrases;
  redirect: RedirectPhrases;
  // to supervisors
  alarm(facts: AlarmFacts): AlarmWords;
  alarmText(words: AlarmWords): string;
  alarmSubject(words: AlarmWords): string;
  /** `consoleUrl`: where the rest stands. */
  alarmMail(words: AlarmWords, consoleUrl: string): string;
  alarmSpoken(deskName: string, words: AlarmWords): string;
  alarmKeys: string;
  alarmHeard: string;
  alarmOver: string;
}
