import { callCustomer, joinRoom, moveCustomersIn, responderInRoom } from '../bridging/index.ts';
import { liveCustomerLegs, moveLeg, noteCall, type Call } from '../calls/index.ts';
import { lockCase, type Case } from '../cases/index.ts';
import { spokenCaseNumber, type Script } from '../ivr/index.ts';
import { acceptCase, declineCase, openVoicePages, type OpenPage } from '../paging/index.ts';
import { personName } from '../people/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import { legDocument } from './leg-document.ts';
import { offerDocument } from './offer.ts';
import { ask, JOIN_OFFERS, MOST_SILENCES, type Voice } from './speech.ts';

/** One key, or silence, in a responder's leg. `about` is what was asked: offer, one:CASE, talk:CASE or join:CASE. */
export interface LegKey {
  digits: string | undefined;
  about: string;
  tries: number;
}

interface Turn {
  service: Service;
  unit: Unit;
  leg: Call;
  script: Script;
  voice: Voice;
  key: LegKey;
}

/** Answers a key: only 1 accepts, and nothing is done by silence or by a key that was not offered. */
export async function keyDocument(turn: Turn): Promise<Verb[]> {
  const { leg, unit, key, voice } = turn;
  const [what, caseId] = key.about.split(':');
  if (key.digits !== undefined) noteCall(unit, leg.id, 'key', { digits: key.digits, about: key.about });
  else if (key.tries >= MOST_SILENCES) return [voice.say(lastWords(what, voice)), { verb: 'hangup' }];
  if (what === 'talk' && caseId) return talkKey(turn, caseId);
  if (what === 'join' && caseId) return joinKey(turn, caseId);
  return offerKey(turn, what === 'one' ? caseId : undefined);
}

/** Whoever stays silent has accepted nothing by it, nor lost what they have. */
function lastWords(what: string | undefined, voice: Voice): string {
  return what === 'talk' || what === 'join' ? voice.words.goodbye : voice.words.noKey;
}

async function offerKey(turn: Turn, one: string | undefined): Promise<Verb[]> {
  const { service, unit, leg, script, voice, key } = turn;
  const open = await openVoicePages(unit.tx, leg.toNumber, leg.person ?? '');
  const spoken = await spokenIn(unit, leg);
  const offered =
    one === undefined
      ? open.filter((page) => spoken.has(page.caseId))
      : open.filter((page) => page.caseId === one);
  if (key.digits === '1') return acceptKey(turn, one === undefined ? [...spoken] : [one], open);
  if (key.digits === '2') return declineKey(turn, offered);
  if (key.digits === '3' && one === undefined && offered.length > 1) {
    return offerDocument(service, leg, script, offered, voice, { tries: 1, one: true });
  }
  const tries = key.digits === undefined ? key.tries + 1 : 1;
  if (one !== undefined && offered.length > 0) {
    return offerDocument(service, leg, script, offered, voice, { tries, one: true });
  }
  const again = await legDocument(service, unit, leg, script, voice, tries);
  const wrong = key.digits !== undefined && key.digits !== '9';
  return wrong ? [voice.say(voice.words.notAKey), ...again] : again;
}

/** The cases that this call has spoken, settled since or not: what the key is about. */
async function spokenIn(unit: Unit, leg: Call): Promise<Set<string>> {
  const { rows } = await unit.tx.query<{ case_id: string }>(
    `SELECT p.case_id FROM page p JOIN support_case s ON s.id = p.case_id
     WHERE p.call_id = $1 AND p.status <> 'declined' GROUP BY p.case_id, s.severity, s.opened_at
     ORDER BY s.severity NULLS LAST, s.opened_at`,
    [leg.id],
  );
  return new Set(rows.map((row) => row.case_id));
}

async function acceptKey(turn: Turn, caseIds: string[], open: OpenPage[]): Promise<Verb[]> {
  const { service, unit, leg, voice } = turn;
  const person = leg.person ?? '';
  const mine: { case: Case; callerHolds: boolean }[] = [];
  let taken: { case: Case; by: string } | undefined;
  for (const caseId of caseIds) {
    const outcome = await acceptCase(service, unit, { caseId, person, via: 'voice', callId: leg.id });
    if (outcome.kind === 'yours') mine.push(outcome);
    else if (outcome.kind === 'taken') taken = outcome;
  }
  if (mine.length === 0)
    return taken ? secondDocument(turn, taken) : legDocument(service, unit, leg, turn.script, voice);
  const left = open.filter((page) => !caseIds.includes(page.caseId));
  const first = mine.find((m) => m.callerHolds) ?? mine[0]!;
  const numbers = mine.map((m) => spokenCaseNumber(m.case.number));
  const several = mine.length > 1 ? [voice.say(voice.words.acceptedSeveral(numbers))] : [];
  if (left.length > 0 && !first.callerHolds) {
    return [...several, ...offerDocument(service, leg, turn.script, left, voice, { tries: 1, one: true })];
  }
  return [...several, ...(await putThrough(turn, first.case, first.callerHolds, true))];
}

/** Somebody else was first: the truth, and the way in. */
async function secondDocument(turn: Turn, taken: { case: Case; by: string }): Promise<Verb[]> {
  const { service, unit, leg, voice } = turn;
  const name = (await personName(unit.tx, taken.by)) ?? taken.by;
  await moveLeg(unit, leg.id, 'second');
  const told = [
    voice.say(voice.words.takenBy(name, spokenCaseNumber(taken.case.number))),
    voice.say(voice.words.joinOffer),
  ];
  return ask(service, leg.id, `join:${taken.case.id}`, 1, told);
}

async function declineKey(turn: Turn, offered: OpenPage[]): Promise<Verb[]> {
  const { service, unit, leg, script, voice } = turn;
  const refused = turn.key.about.startsWith('one:') ? offered.slice(0, 1) : offered;
  for (const page of refused) await declineCase(unit, page.caseId, leg.person ?? '');
  const left = await openVoicePages(unit.tx, leg.toNumber, leg.person ?? '');
  if (left.length > 0)
    return offerDocument(service, leg, script, left, voice, { tries: 1, one: left.length > 1 });
  await moveLeg(unit, leg.id, 'told');
  return [voice.say(voice.words.declined), { verb: 'hangup' }];
}

/** The person has the case: into the room with the caller who holds, or the offer to call the one who has hung up. */
async function putThrough(
  turn: Turn,
  found: Case,
  callerHolds: boolean,
  justAccepted: boolean,
): Promise<Verb[]> {
  const { service, unit, leg, voice } = turn;
  const { words, say } = voice;
  const spoken = spokenCaseNumber(found.number);
  if (callerHolds) {
    await moveLeg(unit, leg.id, 'bridge', { caseId: found.id });
    await moveCustomersIn(unit, found);
    return [say(words.acceptedConnecting), joinRoom(service, leg, found), backToLeg(service, leg)];
  }
  await moveLeg(unit, leg.id, 'offer', { caseId: found.id });
  if (found.callbackNumber === null) return [say(words.acceptedNoNumber(spoken)), { verb: 'hangup' }];
  const text = justAccepted ? words.acceptedCallerGone(spoken) : words.callerLeft;
  return ask(service, leg.id, `talk:${found.id}`, 1, [say(text)]);
}

async function talkKey(turn: Turn, caseId: string): Promise<Verb[]> {
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
  await moveLeg(unit, leg.id, 'bridge', { caseId });
  await unit.tx.query('UPDATE call SET bridged_at = NULL, left_bridge_at = NULL WHERE id = $1', [leg.id]);
  if (!(await callCustomer(service, unit, found))) return putThrough(turn, found, false, true);
  return [voice.say(voice.words.callingCustomer), joinRoom(service, leg, found), backToLeg(service, leg)];
}

async function joinKey(turn: Turn, caseId: string): Promise<Verb[]> {
  const { service, unit, leg, voice, key } = turn;
  const found = await lockCase(unit.db, caseId);
  if (key.digits !== '1' || !found) {
    return key.digits === undefined && key.tries < JOIN_OFFERS && found
      ? ask(service, leg.id, key.about, key.tries + 1, [voice.say(voice.words.joinOffer)])
      : [voice.say(voice.words.goodbye), { verb: 'hangup' }];
  }
  const going = (await liveCustomerLegs(unit.db, caseId)).length > 0 && (await responderInRoom(unit, caseId));
  if (!going) return [voice.say(voice.words.callIsOver), { verb: 'hangup' }];
  await moveLeg(unit, leg.id, 'bridge', { caseId });
  return [voice.say(voice.words.joining), joinRoom(service, leg, found), backToLeg(service, leg)];
}

function backToLeg(service: Service, leg: Call): Verb {
  return { verb: 'redirect', url: service.urls.leg(leg.id) };
}
