import type { CustomerEvent } from '../customer-mail/index.ts';
import { spokenCaseNumber, voiceFor, type PagingPlan, type Script } from '../ivr/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import { caseForPage } from '../paging/index.ts';
import { firstName, type Responder, type RosterSource } from '../people/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import type { ForeseenPerson } from './asked.ts';
import type { PlayedCall } from './call.ts';
import type { Known } from './known.ts';
import {
  foreseenMs,
  foreseeRounds,
  type ForeseenPaging,
  type ForeseenRound,
  type Foresight,
} from './rounds.ts';

/** Somebody else whom the paging asked, and how they learn that they are needed no more. */
export interface StoodDown {
  key: string;
  name: string;
  /** Their phone rings at that moment, and stops. */
  rings: boolean;
  /** What they hear if they have picked it up; undefined where it does not ring. */
  hears: string | undefined;
  /** Undefined: no text goes to them. */
  text: string | undefined;
}

/** What follows for the contact with the customer, of a plan that watches over it. */
export interface ForeseenContact {
  /** Caller and responder meet on the line: that is the contact, and nothing more is due. */
  isMade: boolean;
  /** The rounds that begin otherwise, up to an hour after the call: whoever accepted alone, then all, then the supervisor too. */
  pagedAgain: ForeseenRound[];
}

/** A mail to the customer. */
export interface ForeseenMail {
  to: string;
  subject: string;
}

/** What follows when somebody accepts. */
export interface ForeseenAcceptance {
  round: number;
  at: Date;
  takes: PagingPlan['takes'];
  /** Undefined where it is not known who is on duty. */
  by: { key: string; name: string; via: 'voice' | 'sms' } | undefined;
  /** What they hear then, or read who answer by text. */
  hears: string | undefined;
  /** The caller is on the line, and the two are brought together. */
  connects: boolean;
  /** What the caller hears; undefined for one who is on the line no more, and where nobody's name is known. */
  callerHears: string | undefined;
  stoodDown: StoodDown[];
  contact: ForeseenContact | undefined;
  mails: ForeseenMail[];
}

/** What an acceptance follows from. */
export interface Accepting {
  script: Script;
  plan: PagingPlan;
  /** Its rounds up to the one in which somebody accepts. */
  paging: ForeseenPaging;
  call: PlayedCall;
  known: Known;
  from: PhoneNumber | undefined;
  foresight: Foresight;
}

/** Somebody accepts in the last of these rounds, as soon as it begins: the first whom it asks, by telephone if it can. */
export function foreseeAcceptance(of: Accepting, round: ForeseenRound): ForeseenAcceptance {
  const { script, plan, call, known } = of;
  const connects = call.exchanges.at(-1)?.waitsFor.kind !== 'end';
  const person = accepterIn(round);
  const responder = person && known.roster?.people.get(person.key);
  const language = call.exchanges.at(-1)?.language ?? script.language;
  const words = phrasesFor(language);
  const isCall = plan.takes === 'call';
  const greeting = person && (isCall ? words.operator.connected : words.connectedTo(firstName(person.name)));
  return {
    round: round.round,
    at: round.at,
    takes: plan.takes,
    by: person && { key: person.key, name: person.name, via: viaOf(person) },
    hears: person && responder && heardBy(of, person, responder, connects),
    connects,
    callerHears: connects ? greeting : undefined,
    stoodDown: person === undefined ? [] : othersOf(of, person, round, connects),
    contact: contactAfter(of, person?.key, round.at, connects),
    mails: person === undefined || isCall ? [] : mailsOf(of, person.name, language, connects),
  };
}

/** Who accepts of those whom a round asks. */
export function accepterIn({ asked }: ForeseenRound): ForeseenPerson | undefined {
  const able = (asked?.people ?? []).filter(({ channels }) => channels.length > 0);
  return able.find((person) => viaOf(person) === 'voice') ?? able[0];
}

const viaOf = ({ channels }: ForeseenPerson) => (channels.includes('voice') ? 'voice' : 'sms');

function heardBy(
  { script, plan, call, known, from }: Accepting,
  person: ForeseenPerson,
  responder: Responder,
  connects: boolean,
): string {
  const { words } = voiceFor(script, responder.language);
  const callbackNumber = call.callbackNumber ?? from;
  const number = call.caseNumber;
  if (viaOf(person) === 'voice') {
    if (connects) return plan.takes === 'call' ? words.operator.connecting : words.acceptedConnecting;
    const spoken = spokenCaseNumber(number);
    return callbackNumber === undefined ? words.acceptedNoNumber(spoken) : words.acceptedCallerGone(spoken);
  }
  const about = caseForPage(
    {
      ...{ number, severity: call.case?.severity ?? null, summary: call.case?.summary ?? '' },
      ...{ callbackNumber: callbackNumber ?? null, caller: from ?? null },
    },
    script,
    { customerName: known.caller?.customer, callerHolds: connects },
  );
  return words.acceptedText(about, connects && responder.contacts.voice?.state === 'ok');
}

/** All others whom the paging has asked by then. Whoever was asked to take a call was asked by no text, and gets none. */
function othersOf(
  { script, plan, paging, call, known }: Accepting,
  accepter: ForeseenPerson,
  round: ForeseenRound,
  connects: boolean,
): StoodDown[] {
  const asked = new Map(paging.rounds.flatMap((of) => of.asked?.people ?? []).map((of) => [of.key, of]));
  asked.delete(accepter.key);
  const ringing = new Set(
    (round.asked?.people ?? []).filter((of) => viaOf(of) === 'voice').map(({ key }) => key),
  );
  const text = phrasesFor(script.language).standDownText(call.caseNumber, accepter.name);
  return [...asked.values()].map(({ key, name }) => {
    const takesTexts = isTexted(known.roster, key) && plan.takes === 'case';
    const rings = ringing.has(key);
    const hears = rings ? heardByOther(script, known.roster, key, { call, accepter, connects }) : undefined;
    return { key, name, rings, hears, text: takesTexts ? text : undefined };
  });
}

function isTexted(roster: RosterSource | undefined, key: string): boolean {
  return roster?.people.get(key)?.contacts.sms?.state === 'ok';
}

function heardByOther(
  script: Script,
  roster: RosterSource | undefined,
  key: string,
  { call, accepter, connects }: { call: PlayedCall; accepter: ForeseenPerson; connects: boolean },
): string {
  const { words } = voiceFor(script, roster?.people.get(key)?.language ?? script.language);
  const taken = words.takenBy(accepter.name, spokenCaseNumber(call.caseNumber));
  return `${taken} ${connects ? words.joinOffer : words.goodbye}`;
}

/** Accepted is not the end: without contact the paging begins again, and the supervisor's time is counted from the call. */
function contactAfter(
  { plan, paging, foresight }: Accepting,
  accepter: string | undefined,
  at: Date,
  connects: boolean,
): ForeseenContact | undefined {
  const { contact } = plan;
  if (contact === undefined) return undefined;
  const openedAt = foresight.at;
  const again = at.getTime() + contact.pageAgainAfterMinutes * 60_000;
  const supervisor = openedAt.getTime() + contact.supervisorAfterMinutes * 60_000;
  const dueAt = new Date(supervisor > at.getTime() ? Math.min(again, supervisor) : again);
  const { rounds } = foreseeRounds(paging.plan, plan, {
    ...foresight,
    at: dueAt,
    until: new Date(openedAt.getTime() + foreseenMs),
    again: { accepter: accepter ?? '', openedAt },
  });
  return { isMade: connects, pagedAgain: rounds };
}

/** What a desk writes that tells its customers of every step: who has the case, and that they have been spoken to. */
function mailsOf(
  { script, call, known }: Accepting,
  by: string,
  language: string,
  connects: boolean,
): ForeseenMail[] {
  const to = known.caller?.mail;
  if (script.mail?.tellCustomers !== true || to === undefined) return [];
  const { customer: words } = phrasesFor(language);
  const events: CustomerEvent[] = [{ kind: 'assigned', to: by }];
  if (connects) events.push({ kind: 'contacted', by });
  const facts = {
    ...{ number: call.caseNumber, deskName: script.name, contactName: known.caller?.contact },
    ...{ timeZone: script.timeZone, returnAddress: script.returns?.address ?? [] },
  };
  return events.map((event) => ({ to, subject: `[${call.caseNumber}] ${words.told(event, facts).title}` }));
}
