import {
  callCustomer,
  canHandOn,
  headForRoom,
  joinRoom,
  moveCustomersIn,
  partInCase,
  responderInRoom,
  wayToCustomer,
} from '../bridging/index.ts';
import { liveCustomerLegs, moveLeg, NOT_REACHED, noteCall, type Call } from '../calls/index.ts';
import { denyContact, lockCase, recordContact, type Case } from '../cases/index.ts';
import { tellCustomerWho } from '../customer-mail/index.ts';
import { spokenCaseNumber } from '../ivr/index.ts';
import { urgencyOf, type Service, type Unit } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import { legDocument } from './leg-document.ts';
import { announceNextCaller } from './next-caller.ts';
import { ask, JOIN_OFFERS } from './speech.ts';
import type { Turn } from './turn.ts';

/** The person has the case: into the room with the caller who holds, or the offer to call the one who has hung up. */
export async function putThrough(
  turn: Turn,
  found: Case,
  callerHolds: boolean,
  justAccepted: boolean,
): Promise<Verb[]> {
  const { service, unit, leg, voice } = turn;
  const { words, say } = voice;
  const spoken = spokenCaseNumber(found.number);
  if (callerHolds) {
    const way = await wayToCustomer(service, unit, leg, found);
    if (way !== 'same-room') return throughOtherCarrier(turn, found, way);
    await headForRoom(unit, leg, found);
    await moveCustomersIn(unit, found);
    // Whoever took the call and not the case can leave the room by star, to hand the call on.
    const starLeaves = await canHandOn(service, unit, { ...leg, caseId: found.id });
    const who = { desk: leg.desk, caseId: found.id, person: leg.person ?? '' };
    const isOperator = (await partInCase(service, unit, who)) !== 'responder';
    const text = isOperator ? words.operator.connecting : words.acceptedConnecting;
    return [say(text), joinRoom(service, leg, found, { starLeaves }), backToLeg(service, leg)];
  }
  await moveLeg(unit, leg.id, 'offer', { caseId: found.id });
  if (found.callbackNumber === null) return [say(words.acceptedNoNumber(spoken)), { verb: 'hangup' }];
  const text = justAccepted ? words.acceptedCallerGone(spoken) : words.callerLeft;
  return ask(service, leg.id, `talk:${found.id}`, 1, [say(text)]);
}

/**
 * The caller is on the line by another carrier, and rooms are a carrier's own. This leg ends, and whoever has the case is
 * called anew by the caller's carrier as soon as it has; where that places no calls, the caller is asked to hang up at the
 * next turn of the hold, and is called back from here.
 */
async function throughOtherCarrier(
  turn: Turn,
  found: Case,
  way: 'other-carrier' | 'cannot',
): Promise<Verb[]> {
  const { service, unit, leg, voice } = turn;
  const { words, say } = voice;
  noteCall(unit, leg.id, 'other-carrier', { case: found.number });
  if (way === 'cannot') {
    await headForRoom(unit, leg, found);
    return [say(words.callerToHangUp), joinRoom(service, leg, found), backToLeg(service, leg)];
  }
  await moveLeg(unit, leg.id, 'told');
  return [say(words.callingYouAgain), { verb: 'hangup' }];
}

/** Whoever has stayed on the line is put through to the next caller. */
export async function nextKey(turn: Turn, caseId: string): Promise<Verb[]> {
  const found = await lockCase(turn.unit.db, caseId);
  if (!found) return legDocument(turn.service, turn.unit, turn.leg, turn.script, turn.voice);
  const callerHolds = (await liveCustomerLegs(turn.unit.db, caseId)).length > 0;
  return putThrough(turn, found, callerHolds, false);
}

/** 1 calls the customer who is gone, or puts through to the caller who is on the line again. */
export async function talkKey(turn: Turn, caseId: string): Promise<Verb[]> {
  const { service, unit, leg, voice, key } = turn;
  const found = await lockCase(unit.db, caseId);
  if (!found) return legDocument(service, unit, leg, turn.script, voice);
  const callerHolds = (await liveCustomerLegs(unit.db, caseId)).length > 0;
  if (key.digits !== '1') {
    const tries = key.digits === undefined ? key.tries + 1 : 1;
    const text = callerHolds
      ? voice.words.pressToTalk
      : voice.words.acceptedCallerGone(spokenCaseNumber(found.number));
    return ask(service, leg.id, key.about, tries, [voice.say(text)]);
  }
  if (callerHolds) return putThrough(turn, found, true, false);
  await headForRoom(unit, leg, found);
  if (!(await callCustomer(service, unit, found, leg.carrier))) return putThrough(turn, found, false, true);
  const room = joinRoom(service, leg, found, { starLeaves: true });
  return [voice.say(voice.words.callingCustomer), room, backToLeg(service, leg)];
}

/**
 * The word of whoever called back on whether it was the customer. Yes is contact; no is none, and hangs up on the phone
 * that was reached if it is still on the line.
 */
export async function reachedKey(turn: Turn, caseId: string): Promise<Verb[]> {
  const { service, unit, leg, voice, key } = turn;
  const { words, say } = voice;
  // Calls are locked before their case.
  if (key.digits === '2')
    await unit.tx.query(`SELECT 1 ${CALLED_BACK} ORDER BY id FOR NO KEY UPDATE`, [caseId]);
  const found = await lockCase(unit.db, caseId);
  if (!found) return legDocument(service, unit, leg, turn.script, voice);
  const by = leg.person ?? '';
  const goesOn = (await liveCustomerLegs(unit.db, caseId)).length > 0;
  if (key.digits === '1') {
    if (await recordContact(unit, caseId, { by, how: 'key' }))
      await tellCustomerWho(service, unit, found, 'contacted', by);
    if (goesOn) return backIntoRoom(turn, found);
    return afterTalk(turn, caseId, words.talkedNoted);
  }
  if (key.digits === '2') {
    await denyContact(unit, caseId, by);
    await hangUpOnCalledBack(unit, found);
    return afterTalk(turn, caseId, words.notReachedNoted);
  }
  const tries = key.digits === undefined ? key.tries + 1 : 1;
  return ask(service, leg.id, key.about, tries, [say(goesOn ? words.reachedThem : words.talkedToThem)]);
}

async function afterTalk(turn: Turn, caseId: string, noted: string): Promise<Verb[]> {
  const { service, unit, leg, voice } = turn;
  const next = await announceNextCaller(service, unit, leg, voice);
  return next ?? ask(service, leg.id, `talk:${caseId}`, 1, [voice.say(noted)]);
}

async function backIntoRoom(turn: Turn, found: Case): Promise<Verb[]> {
  const { service, unit, leg, voice } = turn;
  await headForRoom(unit, leg, found);
  await moveCustomersIn(unit, found);
  const room = joinRoom(service, leg, found, { starLeaves: true });
  return [voice.say(voice.words.joining), room, backToLeg(service, leg)];
}

const CALLED_BACK = `FROM call WHERE case_id = $1 AND purpose = 'call-back'`;

async function hangUpOnCalledBack(unit: Unit, found: Case): Promise<void> {
  const { rows } = await unit.tx.query<{ id: string; live: boolean }>(
    `UPDATE call SET place = $2 WHERE case_id = $1 AND purpose = 'call-back' RETURNING id, ended_at IS NULL AS live`,
    [found.id, NOT_REACHED],
  );
  for (const { id, live } of rows) {
    if (live) unit.order({ kind: 'call.redirect', id, urgency: urgencyOf(found.severity) });
  }
}

/** 1 joins the call that goes without them, while it does. */
export async function joinKey(turn: Turn, caseId: string): Promise<Verb[]> {
  const { service, unit, leg, voice, key } = turn;
  const found = await lockCase(unit.db, caseId);
  if (key.digits !== '1' || !found) {
    return key.digits === undefined && key.tries < JOIN_OFFERS && found
      ? ask(service, leg.id, key.about, key.tries + 1, [voice.say(voice.words.joinOffer)])
      : [voice.say(voice.words.goodbye), { verb: 'hangup' }];
  }
  const going = (await liveCustomerLegs(unit.db, caseId)).length > 0 && (await responderInRoom(unit, caseId));
  if (!going) return [voice.say(voice.words.callIsOver), { verb: 'hangup' }];
  if (!(await responderInRoom(unit, caseId, leg.carrier))) return joinAnew(turn, found);
  await moveLeg(unit, leg.id, 'bridge', { caseId });
  return [voice.say(voice.words.joining), joinRoom(service, leg, found), backToLeg(service, leg)];
}

/** By then a leg that hears that it is called again has ended. */
const CALL_AGAIN_AFTER_MS = 12_000;

/** The talk goes on at another carrier: this leg ends, and its phone is called by that one. */
async function joinAnew({ unit, leg, voice }: Turn, found: Case): Promise<Verb[]> {
  unit.later({
    kind: 'case.join',
    key: `case.join:${found.id}:${leg.person}`,
    subject: found.id,
    data: { person: leg.person ?? '' },
    priority: urgencyOf(found.severity),
    dueAt: new Date(unit.now.getTime() + CALL_AGAIN_AFTER_MS),
  });
  await moveLeg(unit, leg.id, 'told');
  return [voice.say(voice.words.callingYouAgain), { verb: 'hangup' }];
}

function backToLeg(service: Service, leg: Call): Verb {
  return { verb: 'redirect', url: service.urls.leg(leg.id) };
}
