import { belongsToRoom, canHandOn, joinRoom, responderInRoom } from '../bridging/index.ts';
import { lastCustomerLeg, liveCustomerLegs, moveLeg, noteCall, type Call } from '../calls/index.ts';
import { caseById, isContactUnproved, type Case } from '../cases/index.ts';
import { spokenCaseNumber, type Script, type Voice } from '../ivr/index.ts';
import { acceptedWithoutContact, lastCaseOfCall, openVoicePages } from '../paging/index.ts';
import { personName } from '../people/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import { TRANSFERRED } from '../transfer/index.ts';
import { announceNextCaller } from './next-caller.ts';
import { offerAll } from './offer.ts';
import { ask, JOIN_OFFERS, TOLD_TIMEOUT_SECONDS } from './speech.ts';
import { whatWasTaken } from './taken.ts';
import { offerTransfer } from './transfer-offer.ts';

/**
 * What is true now for a responder's leg, spoken when the phone is picked up and whenever the leg is moved: the cases
 * that it is asked for; else the case that this person has taken; else who has it.
 */
export async function legDocument(
  service: Service,
  unit: Unit,
  leg: Call,
  script: Script,
  voice: Voice,
  how: { tries?: number; leftRoom?: boolean } = {},
): Promise<Verb[]> {
  const { tries = 1 } = how;
  if (leg.place === TRANSFERRED) return handedOn(unit, leg, voice);
  // A leg that has just come out of the room is moved too, by the order that the other side's leaving gave.
  if (belongsToRoom(leg) && leg.caseId !== null)
    return outOfRoom(service, unit, leg, script, voice, how.leftRoom === true);
  const person = leg.person ?? '';
  const open = await openVoicePages(unit.tx, leg);
  if (leg.purpose === 'page' && open.length > 0) {
    const before = await whatWasTaken(unit, leg, voice);
    return offerAll({ service, unit, leg, script, voice, open, tries, before });
  }
  const named = leg.caseId === null ? undefined : await caseById(unit.db, leg.caseId);
  if (leg.purpose === 'connect' && named && named.acknowledgedBy !== person) {
    return offerJoin(service, unit, leg, named, voice, tries);
  }
  const mine = (await broughtBackFor(unit, leg, named)) ?? (await acceptedWithoutContact(unit.tx, leg));
  if (mine) return takenByYou(service, unit, leg, mine, voice, tries);
  return goodbye(service, unit, leg, voice);
}

/** The case whose caller is on the line again: its taker is called for it, also after they have talked once. */
async function broughtBackFor(unit: Unit, leg: Call, named: Case | undefined) {
  if (leg.purpose !== 'connect' || !named) return undefined;
  if (named.status !== 'acknowledged' && named.status !== 'in-contact') return undefined;
  const callerHolds = (await liveCustomerLegs(unit.db, named.id)).length > 0;
  return callerHolds ? { ...named, caseId: named.id, callerHolds } : undefined;
}

/** The responder's own case: one key puts them through, or calls the customer who has hung up. */
async function takenByYou(
  service: Service,
  unit: Unit,
  leg: Call,
  mine: { caseId: string; number: string; callerHolds: boolean; callbackNumber: string | null },
  voice: Voice,
  tries: number,
): Promise<Verb[]> {
  const { words, say } = voice;
  const spoken = spokenCaseNumber(mine.number);
  await moveLeg(unit, leg.id, 'offer', { caseId: mine.caseId });
  if (mine.callerHolds) {
    return ask(service, leg.id, `talk:${mine.caseId}`, tries, [
      say(words.takenByYou(spoken)),
      say(words.pressToTalk),
    ]);
  }
  if (mine.callbackNumber === null) return [say(words.acceptedNoNumber(spoken)), { verb: 'hangup' }];
  return ask(service, leg.id, `talk:${mine.caseId}`, tries, [say(words.acceptedCallerGone(spoken))]);
}

/**
 * Out of the room, or in it without the customer: gone, not reached, or to be told from a voicemail box. `leftRoom`: the
 * leg has left by itself, which it can by the key *.
 */
async function outOfRoom(
  service: Service,
  unit: Unit,
  leg: Call,
  script: Script,
  voice: Voice,
  leftRoom: boolean,
): Promise<Verb[]> {
  const found = await caseById(unit.db, leg.caseId!);
  const { words, say } = voice;
  if (!found) return [say(words.goodbye), { verb: 'hangup' }];
  const customers = await liveCustomerLegs(unit.db, found.id);
  if (customers.length > 0) {
    const transfer = leftRoom ? await offerTransfer(service, unit, leg, script, voice) : undefined;
    if (transfer) return transfer;
    const starLeaves = customers.every((customer) => customer.purpose === 'call-back');
    if (leftRoom && starLeaves && customers.some((customer) => customer.answeredAt !== null)) {
      await moveLeg(unit, leg.id, 'after-bridge');
      return ask(service, leg.id, `reached:${found.id}`, 1, [say(words.reachedThem)]);
    }
    return [
      joinRoom(service, leg, found, { starLeaves: starLeaves || (await canHandOn(service, unit, leg)) }),
      { verb: 'redirect', url: service.urls.leg(leg.id) },
    ];
  }
  await moveLeg(unit, leg.id, 'after-bridge');
  const last = await lastCustomerLeg(unit.db, found.id);
  if (isContactUnproved(found) && last?.purpose === 'call-back' && last.place === 'bridge') {
    return ask(service, leg.id, `reached:${found.id}`, 1, [say(words.talkedToThem)]);
  }
  const next = await announceNextCaller(service, unit, leg, voice);
  if (next) return next;
  const reached = last?.purpose !== 'call-back' || last.answeredAt !== null;
  const text = reached ? words.callerLeft : words.customerNotReached;
  if (found.callbackNumber === null) return [say(words.goodbye), { verb: 'hangup' }];
  return ask(service, leg.id, `talk:${found.id}`, 1, [say(text)]);
}

/** The caller has been handed on from the console: nothing is wanted of this leg any more. */
async function handedOn(unit: Unit, leg: Call, { words, say }: Voice): Promise<Verb[]> {
  await moveLeg(unit, leg.id, 'told');
  return [say(words.operator.transferredByHand), { verb: 'hangup' }];
}

async function offerJoin(
  service: Service,
  unit: Unit,
  leg: Call,
  named: Case,
  voice: Voice,
  tries: number,
): Promise<Verb[]> {
  const { words, say } = voice;
  const by = (await personName(unit.tx, named.acknowledgedBy)) ?? '';
  const told = say(words.takenBy(by, spokenCaseNumber(named.number)));
  if (!(await responderInRoom(unit, named.id))) return [told, say(words.goodbye), { verb: 'hangup' }];
  return ask(service, leg.id, `join:${named.id}`, tries, [told, say(words.joinOffer)]);
}

/**
 * Nothing is wanted of this leg any more: it hears who has the case, and ends. A 1 joins the call that goes without
 * them, so that whoever pressed it in the moment of the stand-down is not cut off; who did before has longer for it.
 */
async function goodbye(service: Service, unit: Unit, leg: Call, voice: Voice): Promise<Verb[]> {
  const { words, say } = voice;
  const last = await lastCaseOfCall(unit.tx, leg.id);
  const cameSecond = leg.place === 'second';
  if (!cameSecond) await moveLeg(unit, leg.id, 'told');
  const others = await whatWasTaken(unit, leg, voice, last?.number);
  noteCall(unit, leg.id, 'told', { case: last?.number, takenBy: last?.acknowledgedBy });
  if (!last) return [say(words.goodbye), { verb: 'hangup' }];
  const spoken = spokenCaseNumber(last.number);
  const by = last.acknowledgedBy === leg.person ? undefined : await personName(unit.tx, last.acknowledgedBy);
  if (by === undefined) return [...others, say(words.noLongerNeeded(spoken)), { verb: 'hangup' }];
  const told = [...others, say(words.takenBy(by, spoken))];
  if ((await liveCustomerLegs(unit.db, last.caseId)).length === 0)
    return [...told, say(words.goodbye), { verb: 'hangup' }];
  const prompts = [...told, say(words.joinOffer)];
  if (cameSecond) return ask(service, leg.id, `join:${last.caseId}`, 1, prompts);
  return ask(service, leg.id, `join:${last.caseId}`, JOIN_OFFERS, prompts, TOLD_TIMEOUT_SECONDS);
}
