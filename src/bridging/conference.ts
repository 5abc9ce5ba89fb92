import { liveCustomerLegs, lockCall, noteCall, type Call } from '../calls/index.ts';
import { lockCase, noteCase, OPERATOR_TALKS, presumeContact, recordContact } from '../cases/index.ts';
import { tellCustomerWho } from '../customer-mail/index.ts';
import { unitOfWork, type Service, type Unit } from '../service/index.ts';
import { belongsToRoom, responderGone } from './bring-together.ts';
import { canHandOn, partInCase } from './operators.ts';

export interface RoomEvent {
  caseId: string;
  event: 'join' | 'leave';
  /** The leg, by the label that we gave it. */
  callId: string;
  /** A leg that left is still on the line. */
  goesOn: boolean;
  /** The carrier's own count of what happened in this meeting: the same again is a repetition. */
  meeting: { id: string; sequence: number | undefined };
}

/**
 * A leg has come into the room or left it. When a customer and a responder are both in it, they are in contact, as far
 * as can be known; when the last responder leaves, the customer is not left alone in silence.
 */
export async function roomChanged(service: Service, room: RoomEvent): Promise<void> {
  const { caseId, event, callId, meeting } = room;
  await unitOfWork(service, async (unit) => {
    const leg = await lockCall(unit.db, callId);
    if (!leg || leg.caseId !== caseId) return;
    if (await isKnown(unit, room)) return;
    // Two who come or go at the same instant: one of the two transactions must see what the other did. Before anything is
    // written to the call, as everywhere.
    const found = await lockCase(unit.db, caseId);
    const change =
      event === 'join'
        ? 'bridged_at = $2, left_bridge_at = NULL'
        : 'left_bridge_at = coalesce(left_bridge_at, ended_at, $2)';
    await unit.tx.query(`UPDATE call SET ${change} WHERE id = $1`, [callId, unit.now]);
    const tells = event === 'leave' && (await leavesSomebody(service, unit, leg, room));
    noteCall(unit, callId, `bridge.${event}`, {
      room: caseId,
      meeting: meeting.id,
      sequence: meeting.sequence,
      ...(tells ? { told: true } : {}),
    });
    const by = event === 'join' ? await noteContact(service, unit, leg, room) : undefined;
    if (found && by !== undefined) await tellCustomerWho(service, unit, found, 'contacted', by);
    if (tells) await responderGone(service, unit, caseId);
  });
}

/** Whether those whom a leg leaves behind in the room are to be told now that it has left. */
async function leavesSomebody(
  service: Service,
  unit: Unit,
  leg: Call,
  { caseId, goesOn }: RoomEvent,
): Promise<boolean> {
  if (leg.purpose !== 'page' && leg.purpose !== 'connect') return false;
  // Its end was reported first, and they were told then.
  if (leg.endedAt !== null && belongsToRoom(leg)) return false;
  // By star, to hand the call on: its keys say what becomes of the caller, who is told meanwhile.
  if (goesOn && (await canHandOn(service, unit, leg))) return false;
  // By star from a phone that was called back: its keys say what becomes of that phone.
  return !(goesOn && (await onlyCalledBack(unit, caseId)));
}

/** Whether this very coming or going has been told before: told twice it must not move the times that it set. */
async function isKnown(unit: Unit, { callId, event, meeting }: RoomEvent): Promise<boolean> {
  if (meeting.sequence === undefined) return false;
  const { rowCount } = await unit.tx.query(
    `SELECT 1 FROM call_event WHERE call_id = $1 AND event = $2 AND data->>'meeting' = $3
       AND (data->>'sequence')::int = $4`,
    [callId, `bridge.${event}`, meeting.id, meeting.sequence],
  );
  return (rowCount ?? 0) > 0;
}

async function onlyCalledBack(unit: Unit, caseId: string): Promise<boolean> {
  const customers = await liveCustomerLegs(unit.db, caseId);
  return customers.every((leg) => leg.purpose === 'call-back');
}

/**
 * A caller who held is a person; a phone that was called back may be a voicemail box. Only who came into this very meeting
 * counts: a room that was empty in between has a new one (a conference's SID), and whoever left the last may not have
 * been told of yet, or never is. Returns the responder when the two are known to have met, and that is news.
 */
async function noteContact(
  service: Service,
  unit: Unit,
  { desk }: Pick<Call, 'desk'>,
  { caseId, callId, meeting }: RoomEvent,
): Promise<string | undefined> {
  const { rows } = await unit.tx.query<{
    caller: boolean | null;
    calledBack: boolean | null;
    responder: string | null;
  }>(
    `SELECT bool_or(purpose = 'support') AS caller, bool_or(purpose = 'call-back') AS "calledBack",
       coalesce(
         max(person) FILTER (WHERE purpose IN ('page', 'connect')
           AND person = (SELECT acknowledged_by FROM support_case WHERE id = $1)),
         max(person) FILTER (WHERE purpose IN ('page', 'connect'))) AS responder
     FROM call WHERE case_id = $1 AND bridged_at IS NOT NULL AND left_bridge_at IS NULL AND ended_at IS NULL
       AND (id = $2 OR EXISTS (SELECT 1 FROM call_event e WHERE e.call_id = call.id AND e.event = 'bridge.join'
         AND e.data->>'meeting' = $3))`,
    [caseId, callId, meeting.id],
  );
  const met = rows[0];
  if (!met || met.responder === null) return undefined;
  const by = met.responder;
  const part = await partInCase(service, unit, { desk, caseId, person: by });
  if (part === 'hands-on') return undefined;
  const event = part === 'operator' ? { event: OPERATOR_TALKS } : {};
  const isNews = met.caller
    ? await recordContact(unit, caseId, { by, how: 'bridge' }, event)
    : met.calledBack && (await presumeContact(unit, caseId, { by, how: 'call-back' }));
  if (isNews) noteCase(unit, caseId, 'case.bridged', { by });
  return isNews && met.caller && part === 'responder' ? by : undefined;
}
