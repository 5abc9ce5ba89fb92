import { callById, isToGiveWay, type Call } from '../calls/index.ts';
import type { Queryable } from '../database/index.ts';
import type { Task, TaskOutcome } from '../engine/index.ts';
import { newId, redactPhoneNumber, type PhoneNumber } from '../kernel/index.ts';
import { notePage, settlePages, settleUnsent } from '../paging/index.ts';
import { setContactState } from '../people/index.ts';
import { pageNumberOf, scriptOf, unitOfWork, type Order, type Unit } from '../service/index.ts';
import type { CallOrder, CarrierFailure, CarrierName } from '../telephony/index.ts';
import { afterFailure } from './after-failure.ts';
import { answerUrlOf } from './answer-url.ts';
import type { CarrierService } from './carrier-service.ts';
import { noteRefusing, noteWorking, rememberRefusing, standingOf } from './carrier-standing.ts';
import { keepTrying } from './keep-trying.ts';
import { legEnded } from './leg-ended.ts';
import { lockLeg } from './lock-leg.ts';
import { recordPlaced } from './record.store.ts';
import { ringSecondsOf } from './ring-time.store.ts';
import { firstLookAt, watchRinging, watchUnconfirmed } from './watch-call.ts';
import { raiseRefusal } from './refusal.ts';
import { isCallWanted, legStanding } from './still-to-ask.ts';
import { callForWaitingPages } from './waiting-pages.ts';

type PlaceCall = Pick<Extract<Order, { kind: 'call.place' }>, 'id' | 'urgency' | 'call'>;

/** Asks the carrier for a call when it is its turn, and records what it said. */
export async function placeCall(
  service: CarrierService,
  task: Task,
  { id: callId, urgency, call: order }: PlaceCall,
): Promise<TaskOutcome> {
  const answer = await service.turns.ask(service.carriers.of(order.from), {
    urgency,
    wanted: () => isCallWanted(service, callId),
    ask: () => service.telephony.placeCall(order),
  });
  if (answer === 'unwanted') return;
  if (!answer.ok) return callFailed(service, callId, answer.failure);
  const now = service.clock.now();
  const lookAt = firstLookAt(now, order.ringTimeoutSeconds);
  const wanted = await keepTrying(service.clock, () =>
    recordPlaced(service.db.$client, callId, answer.value, { at: now, lookAt }, task),
  );
  service.dispatcher.expect(lookAt);
  await noteWorking(service, service.carriers.of(order.from), 'voice');
  if (!wanted) await cancelIfTakenMeanwhile(service, callId);
  return 'settled';
}

/**
 * Somebody accepted while the carrier was being asked: the phone must not go on ringing, unless it is theirs. Nor with a test
 * or a code, when pages have come to wait for it.
 */
async function cancelIfTakenMeanwhile(service: CarrierService, callId: string): Promise<void> {
  await unitOfWork(service, async (unit) => {
    const { rows } = await unit.tx.query<{ theirs: boolean }>(
      `SELECT coalesce(bool_or(s.acknowledged_by = c.person), count(p.id) = 0 AND c.purpose NOT IN ('drill', 'code')) AS theirs
       FROM call c LEFT JOIN page p ON p.call_id = c.id LEFT JOIN support_case s ON s.id = p.case_id WHERE c.id = $1
       GROUP BY c.purpose`,
      [callId],
    );
    if (rows[0]?.theirs === false) unit.order({ kind: 'call.cancel', id: callId, urgency: 1 });
  });
}

async function callFailed(
  service: CarrierService,
  callId: string,
  failure: CarrierFailure,
): Promise<TaskOutcome> {
  let alarmFor: Call | undefined;
  await unitOfWork(service, async (unit) => {
    const leg = await lockLeg(unit, callId);
    // Lost: another has taken its place meanwhile.
    if (!leg || leg.endedAt !== null || leg.status === 'lost') return;
    // A callback has told more than the answer would have.
    if (leg.carrierId !== null) return watchRinging(service, unit, callId);
    noteRefusing(service, leg.carrier, 'voice', failure);
    const other = otherFor(service, leg, failure);
    const next = afterFailure(failure, {
      number: leg.attempt,
      channel: 'voice',
      isUrgent: other !== undefined && (await isUrgent(unit, leg)),
      jitter: Math.random(),
      other: other && standingOf(service, other, 'voice'),
      // Each try has the phone, and what is about no case can do without.
      most: isToGiveWay(leg) ? 2 : undefined,
    });
    service.log.warn(
      { call: callId, carrier: leg.carrier, code: failure.code, class: failure.class, next: next.kind },
      'call not placed',
    );
    await noteOnPages(unit, callId, 'not-placed', {
      carrier: leg.carrier,
      code: failure.code,
      message: redactPhoneNumber(failure.message),
    });
    if (next.kind === 'give-up') return giveUp(service, unit, leg, failure, next);
    if (next.kind === 'other-carrier') {
      await unit.tx.query(`UPDATE call SET status = 'due', error_code = $2 WHERE id = $1`, [
        callId,
        failure.code,
      ]);
      alarmFor = next.alarm ? leg : undefined;
      return replaceCall(service, unit, leg, other);
    }
    const lost = next.kind === 'wait-and-see';
    await unit.tx.query('UPDATE call SET status = $2, error_code = $3 WHERE id = $1', [
      callId,
      lost ? 'lost' : 'due',
      failure.code,
    ]);
    const dueAt = new Date(unit.now.getTime() + next.afterMs);
    unit.later({ kind: 'call.retry', key: `call.retry:${callId}`, subject: callId, priority: 0, dueAt });
  });
  await rememberRefusing(service, failure);
  if (!alarmFor) return;
  // After the page has gone out the other way.
  const of = { channel: 'voice', ...toldOf(alarmFor) } as const;
  await unitOfWork(service, (unit) => raiseRefusal(service, unit, of, failure, 'unknown'));
}

/**
 * The carrier that may take a call over. A leg that is to meet another in a room stays where the room is, unless nothing
 * goes out there; a canary shows whether its own carrier works.
 */
function otherFor(service: CarrierService, leg: Call, failure: CarrierFailure): CarrierName | undefined {
  const nothingGoesOut = failure.wholeAccount === true || failure.wholeChannel === true;
  const mayChange =
    leg.purpose === 'page' || leg.purpose === 'alarm' || (leg.purpose === 'connect' && nothingGoesOut);
  return mayChange ? service.carriers.otherThan(leg.carrier) : undefined;
}

/** A page of severity 1 or 2, an alarm, and a responder whose caller waits. */
async function isUrgent(unit: Unit, leg: Call): Promise<boolean> {
  if (leg.purpose !== 'page') return true;
  const { rows } = await unit.tx.query(
    `SELECT 1 FROM page p JOIN support_case s ON s.id = p.case_id
     WHERE p.call_id = $1 AND p.settled_at IS NULL AND s.severity IN ('1', '2') LIMIT 1`,
    [leg.id],
  );
  return rows.length > 0;
}

async function giveUp(
  service: CarrierService,
  unit: Unit,
  leg: Call,
  failure: CarrierFailure,
  next: { address: 'dead' | 'opted-out' | 'unknown'; alarm: boolean },
): Promise<void> {
  await settlePages(unit, { callId: leg.id }, 'failed', 'failed', { code: failure.code });
  if (next.address !== 'unknown') {
    await setContactState(unit.tx, leg.toNumber, 'voice', next.address, failure.code, unit.now);
  }
  if (next.alarm)
    await raiseRefusal(service, unit, { channel: 'voice', ...toldOf(leg) }, failure, next.address);
  await legEnded(service, unit, { ...leg, status: 'failed' }, { status: 'failed', errorCode: failure.code });
}

/** A number that a code is sent to is nobody's yet: a typing error is no fault of anybody's phone. */
function toldOf(leg: Call) {
  return {
    desk: leg.desk,
    carrier: leg.carrier,
    from: leg.fromNumber ?? '',
    to: leg.toNumber,
    person: leg.purpose === 'code' ? null : leg.person,
    purpose: leg.purpose,
  };
}

/** A call that was not placed, or whose answer was lost without a callback since, is tried once more. */
export async function retryCall(service: CarrierService, callId: string): Promise<void> {
  const known = await callById(service.db, callId);
  if (!known || known.carrierId !== null || known.endedAt !== null) return;
  await unitOfWork(service, async (unit) => {
    const leg = await lockLeg(unit, callId);
    if (!leg || leg.carrierId !== null || leg.endedAt !== null) return;
    const standing = await legStanding(service, unit, leg);
    if (standing === 'wanted') return replaceCall(service, unit, leg, nextFor(service, unit, leg));
    if (standing !== 'past') await settleUnsent(unit, { callId }, standing);
    // One whose answer was lost may ring: callbacks will tell, or nothing will. It has no phone, and nothing waits for its end.
    if (leg.status === 'lost') {
      watchUnconfirmed(unit, leg.id);
      if (standing === 'past') await callForWaitingPages(service, unit, leg.toNumber);
    } else await legEnded(service, unit, leg, { status: 'canceled' });
  });
}

/** A page that did not go out one way goes the other way next, if that is open. */
function nextFor(service: CarrierService, unit: Unit, leg: Call): CarrierName | undefined {
  const other = leg.purpose === 'page' ? service.carriers.otherThan(leg.carrier) : undefined;
  return other && service.carriers.choose('voice', unit.now, other);
}

/** Whose rows say which call is theirs, beside pages and alarms. */
const followers: Partial<Record<Call['purpose'], string>> = {
  canary: 'canary',
  drill: 'drill_page',
  code: 'contact_code',
};

/** Ends a try whose outcome is unknown or bad, and makes the next one: a new row, because both may ring. */
export async function replaceCall(
  service: CarrierService,
  unit: Unit,
  leg: Call,
  by: CarrierName = leg.carrier,
): Promise<void> {
  const id = newId(unit.now);
  const script = by === leg.carrier ? undefined : scriptOf(service, leg.desk);
  const from = script ? pageNumberOf(service, script, by) : leg.fromNumber;
  const carrier = service.carriers.of(from);
  await unit.tx.query(
    `UPDATE call SET status = CASE WHEN status = 'due' THEN 'failed' ELSE 'lost' END,
       ended_at = CASE WHEN status = 'due' THEN $2 ELSE ended_at END WHERE id = $1`,
    [leg.id, unit.now],
  );
  const { rowCount } = await unit.tx.query(
    `INSERT INTO call (id, desk, direction, purpose, person, from_number, to_number, case_id, status, place, attempt, created_at, carrier,
       line, only_case)
     SELECT $2, desk, direction, purpose, person, $4, to_number, case_id, 'sending', place, attempt + 1, $3, $5, l.line, only_case
     FROM call CROSS JOIN LATERAL generate_series(CASE WHEN only_case IS NULL THEN 1 ELSE coalesce((SELECT m.lines
       FROM contact_method m WHERE m.person = call.person AND m.channel = 'voice' AND m.address = to_number), 1) END, 1, -1)
       AS l (line)
     WHERE id = $1 ORDER BY l.line DESC
     ON CONFLICT DO NOTHING`,
    [leg.id, id, unit.now, from, carrier],
  );
  // The lost one may ring after all; if nothing is ever heard of it, it must not be taken for a live call for ever.
  if (leg.status !== 'due') watchUnconfirmed(unit, leg.id);
  if (!rowCount) return;
  await noteOnPages(unit, leg.id, 'tried-again', { attempt: leg.attempt + 1, carrier, instead: leg.id });
  await unit.tx.query('UPDATE page SET call_id = $2 WHERE call_id = $1', [leg.id, id]);
  await unit.tx.query('UPDATE alarm_telling SET call_id = $2 WHERE call_id = $1', [leg.id, id]);
  const more = followers[leg.purpose];
  if (more !== undefined)
    await unit.tx.query(`UPDATE ${more} SET call_id = $2 WHERE call_id = $1`, [leg.id, id]);
  unit.order({
    kind: 'call.place',
    id,
    urgency: isToGiveWay(leg) ? 6 : 0,
    call: await callOrderOf(service, unit.tx, { ...leg, fromNumber: from, id }),
  });
}

/** What is asked of the carrier for a call's row. */
export async function callOrderOf(
  service: CarrierService,
  db: Queryable,
  leg: Pick<Call, 'id' | 'purpose' | 'fromNumber' | 'toNumber'>,
): Promise<CallOrder> {
  return {
    from: leg.fromNumber as PhoneNumber,
    to: leg.toNumber as PhoneNumber,
    answerUrl: answerUrlOf(service.urls, leg),
    statusUrl: service.urls.callStatus(leg.id),
    ringTimeoutSeconds: await ringSecondsOf(service, db, leg.id),
  };
}

async function noteOnPages(
  unit: Unit,
  callId: string,
  event: string,
  data: Record<string, unknown>,
): Promise<void> {
  const { rows } = await unit.tx.query<{ id: string }>(
    'SELECT id FROM page WHERE call_id = $1 AND settled_at IS NULL',
    [callId],
  );
  for (const { id } of rows) notePage(unit, id, event, data);
}
