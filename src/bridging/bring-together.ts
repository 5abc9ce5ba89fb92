import { carrierOfCustomer, liveCustomerLegs, liveResponderLegs, type Call } from '../calls/index.ts';
import { lockCase, type Case } from '../cases/index.ts';
import { newId, type PhoneNumber } from '../kernel/index.ts';
import { askAboutCallsAt, forgetBriefMeeting, reservePhones } from '../paging/index.ts';
import { loadRoster } from '../people/index.ts';
import type { CarrierName } from '../telephony/index.ts';
import { pageNumberOf, scriptOf, senderOf, urgencyOf, type Service, type Unit } from '../service/index.ts';
import { hasCallAbout } from './lines.store.ts';
import { partInCase } from './operators.ts';

const RING_SECONDS = 30;

/** Moves every leg of the customer that waits outside the room into it. */
export async function moveCustomersIn(unit: Unit, found: Case): Promise<void> {
  for (const leg of await liveCustomerLegs(unit.db, found.id)) {
    if (leg.place !== 'bridge')
      unit.order({ kind: 'call.redirect', id: leg.id, urgency: urgencyOf(found.severity) });
  }
}

/**
 * Has the legs of one side look at what is true now: the other side has gone. A caller who still holds may be on the
 * way into the room, and must not end up in it alone.
 */
export async function tellTheOtherSide(
  unit: Unit,
  caseId: string,
  side: 'customer' | 'responder',
): Promise<void> {
  const legs =
    side === 'customer' ? await liveCustomerLegs(unit.db, caseId) : await liveResponderLegs(unit.db, caseId);
  for (const leg of legs) {
    const waits = leg.place === 'hold' || leg.place === 'aside';
    const concerned = leg.place === 'bridge' || (side === 'customer' && waits);
    if (concerned) unit.order({ kind: 'call.redirect', id: leg.id, urgency: 1 });
  }
}

/**
 * A responder has left the room, or the line. With nobody else in it the customer is not left alone in silence, and a
 * meeting that was over at once has been none.
 */
export async function responderGone(service: Service, unit: Unit, caseId: string): Promise<void> {
  // Two who leave at the same instant: one of the two transactions must see that the other has gone too.
  await lockCase(unit.db, caseId);
  if (await responderInRoom(unit, caseId)) return;
  if ((await liveCustomerLegs(unit.db, caseId)).length > 0) await forgetBriefMeeting(service, unit, caseId);
  await tellTheOtherSide(unit, caseId, 'customer');
}

/** A responder's leg belongs to the room: it is in it or on its way, or has come out of it and not gone elsewhere. */
export function belongsToRoom({ place }: Pick<Call, 'place'>): boolean {
  return place === 'bridge' || place === 'after-bridge';
}

/**
 * The end of a responder's leg. Whoever is left behind may have been told already, when the leg was reported to have left
 * the room: told twice, they would be cut short in what they hear.
 */
export async function responderHungUp(service: Service, unit: Unit, leg: Call): Promise<void> {
  if (leg.caseId === null || !belongsToRoom(leg)) return;
  if (leg.leftBridgeAt !== null && (await leavingWasTold(unit, leg))) return;
  await responderGone(service, unit, leg.caseId);
}

async function leavingWasTold(unit: Unit, leg: Pick<Call, 'id'>): Promise<boolean> {
  const { rows } = await unit.tx.query<{ told: boolean }>(
    `SELECT event = 'bridge.leave' AND coalesce((data ->> 'told')::boolean, false) AS told FROM call_event
     WHERE call_id = $1 AND event IN ('bridge.join', 'bridge.leave') ORDER BY id DESC LIMIT 1`,
    [leg.id],
  );
  return rows[0]?.told === true;
}

/** True when a responder is in the room, or on the way into it; `by`: in that carrier's room, for each has its own. */
export async function responderInRoom(unit: Unit, caseId: string, by?: CarrierName): Promise<boolean> {
  const legs = await liveResponderLegs(unit.db, caseId);
  return legs.some(
    (leg) => leg.place === 'bridge' && leg.leftBridgeAt === null && (by === undefined || leg.carrier === by),
  );
}

/**
 * Whether a responder's leg and the customer can be in one room. `other-carrier`: in a call that the customer's carrier
 * places; `cannot`: that one places none, and the customer can only be called back.
 */
export async function wayToCustomer(
  { carriers }: Service,
  unit: Unit,
  leg: Pick<Call, 'carrier'>,
  found: Pick<Case, 'id' | 'callbackNumber'>,
): Promise<'same-room' | 'other-carrier' | 'cannot'> {
  if (!carriers.areSeveral) return 'same-room';
  const customers = await liveCustomerLegs(unit.db, found.id);
  const [first] = customers;
  if (!first || customers.some(({ carrier }) => carrier === leg.carrier)) return 'same-room';
  const canCall = carriers.works(first.carrier, 'voice', unit.now) || found.callbackNumber === null;
  return canCall ? 'other-carrier' : 'cannot';
}

/**
 * Calls a responder who is to talk to the customer of a case and is not on the line with us: after an answer by text
 * or link, or to join. They press a key first: a voicemail box must not be put through. A phone that has a call of
 * ours already needs no other: picked up, that call says the same. Where a phone has several lines, that is so of the call
 * about this case, and whoever took the caller's call has another line for it. True when the phone rings or will.
 */
export async function connectResponder(
  service: Service,
  unit: Unit,
  found: Case,
  person: string,
): Promise<boolean> {
  const script = scriptOf(service, found.desk);
  if (!script) return false;
  const roster = await loadRoster(unit.tx, found.desk, unit.now, person);
  const responder = [...Object.values(roster.duty).flat(), ...roster.reserve].find((p) => p.key === person);
  const voice = responder?.contacts.voice;
  if (voice?.state !== 'ok') return false;
  const lines = voice.lines ?? 1;
  const part = { desk: found.desk, caseId: found.id, person };
  const isOnLines = lines > 1 && (await partInCase(service, unit, part)) === 'operator';
  // Rooms are a carrier's own: whoever is to talk to a caller is called by the carrier that the caller is on the line by.
  const wish = await carrierOfCustomer(unit.db, found.id);
  const from = senderOf(service, script, { channel: 'voice', now: unit.now, wish });
  const call = {
    id: newId(unit.now),
    desk: found.desk,
    person,
    from_number: from,
    to_number: voice.address,
    carrier: service.carriers.of(from),
    attempt: 1,
    ...(isOnLines && { lines, only_case: found.id }),
  };
  const isCalled = isOnLines && (await hasCallAbout(unit.tx, person, found.id));
  const reserved = isCalled
    ? new Set<string>()
    : await reservePhones(unit.tx, [call], 'connect', unit.now, found.id);
  if (reserved.has(call.id)) orderCall(service, unit, call.id, from, voice.address, found);
  else askAboutCallsAt(unit, [voice.address], () => true);
  return true;
}

/**
 * Calls the customer of a case, for the responder who is in its room: by the carrier that has that leg, and so the room.
 * False when no number is known.
 */
export async function callCustomer(
  service: Service,
  unit: Unit,
  found: Case,
  by?: CarrierName,
): Promise<boolean> {
  const script = scriptOf(service, found.desk);
  const to = found.callbackNumber as PhoneNumber | null;
  if (!script || to === null) return false;
  if ((await liveCustomerLegs(unit.db, found.id)).length > 0) return true;
  const own = script.numbers.find((number) => by === undefined || service.carriers.of(number) === by);
  const from = own ?? pageNumberOf(service, script, by);
  const id = newId(unit.now);
  unit.insert('call', {
    id,
    desk: found.desk,
    direction: 'outbound',
    purpose: 'call-back',
    carrier: service.carriers.of(from),
    from_number: from,
    to_number: to,
    case_id: found.id,
    status: 'sending',
    place: 'ringing',
    created_at: unit.now,
    attempt: 1,
  });
  orderCall(service, unit, id, from, to, found);
  return true;
}

function orderCall(
  service: Service,
  unit: Unit,
  id: string,
  from: PhoneNumber,
  to: PhoneNumber,
  found: Pick<Case, 'severity'>,
): void {
  const call = {
    from,
    to,
    answerUrl: service.urls.leg(id),
    statusUrl: service.urls.callStatus(id),
    ringTimeoutSeconds: RING_SECONDS,
  };
  unit.order({ kind: 'call.place', id, urgency: urgencyOf(found.severity), call });
}
