import {
  callAccepterAgain,
  connectResponder,
  nextCallerOf,
  responderHungUp,
  responderInRoom,
  tellTheOtherSide,
} from '../bridging/index.ts';
import { liveCustomerLegs, noteCall, type Call } from '../calls/index.ts';
import { lockCase, noteCase } from '../cases/index.ts';
import { openCaseForAbandonedCall, textCaseNumber } from '../answering/index.ts';
import { callIsOver, lookAfterLeg, pageAgain, settlePages } from '../paging/index.ts';
import { expectPutOn } from '../registration/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { CallStatus } from '../telephony/index.ts';
import { settleContact } from './contact-after-leg.ts';
import { callForWaitingPages } from './waiting-pages.ts';

export interface LegEnd {
  status: CallStatus;
  errorCode?: string | undefined;
}

/** Calls to our own people: their phones are free for what waits. */
const TO_OURS: ReadonlySet<Call['purpose']> = new Set(['page', 'connect', 'alarm', 'drill', 'code']);

/** A leg is over, however that was learnt: its pages come to their end, and whoever is left hears the truth. */
export async function legEnded(service: Service, unit: Unit, leg: Call, end: LegEnd): Promise<void> {
  await unit.tx.query(
    `UPDATE call SET status = $2, error_code = coalesce($3, error_code), ended_at = $4,
       left_bridge_at = CASE WHEN bridged_at IS NOT NULL THEN coalesce(left_bridge_at, $4) END
     WHERE id = $1 AND ended_at IS NULL`,
    [leg.id, end.status, end.errorCode ?? null, unit.now],
  );
  noteCall(unit, leg.id, 'ended', { status: end.status });
  if (TO_OURS.has(leg.purpose)) await responderLegEnded(service, unit, leg, end);
  else await customerLegEnded(service, unit, leg);
  await settleContact(service, unit, leg);
}

async function responderLegEnded(service: Service, unit: Unit, leg: Call, end: LegEnd): Promise<void> {
  const answered = leg.answeredAt !== null;
  const status = end.status === 'failed' ? 'failed' : 'unanswered';
  const data = {
    status: end.status,
    ...(end.errorCode === undefined ? {} : { code: end.errorCode }),
    ...(leg.carrierId === null ? {} : { carrierId: leg.carrierId }),
  };
  await settlePages(unit, { callId: leg.id }, status, answered ? 'ended-without-key' : 'not-answered', data);
  await lookAfterLeg(service, unit, leg);
  await callForWaitingPages(service, unit, leg.toNumber);
  await responderHungUp(service, unit, leg);
  if (leg.person !== null) await bringAccepterBack(unit, leg, leg.person);
}

/** Somebody who has accepted and is not on the line, while the caller still holds, is called again. */
async function bringAccepterBack(unit: Unit, leg: Pick<Call, 'id'>, person: string): Promise<void> {
  const waiting = await nextCallerOf(unit.tx, person, leg.id);
  if (waiting) callAccepterAgain(unit, waiting, person);
}

/** Tries to bring the accepter to a caller who holds, before everybody is asked again. */
const MOST_CONNECT_TRIES = 3;
const CONNECT_WINDOW_MS = 5 * 60_000;

/** Calls the accepter of a case whose caller holds and who is not in its room; in vain for too long, pages again. */
export async function connectAgain(
  service: Service,
  unit: Unit,
  caseId: string,
  person: string,
): Promise<void> {
  const found = await lockCase(unit.db, caseId);
  if (!found || found.acknowledgedBy !== person) return;
  if (found.status !== 'acknowledged' && found.status !== 'in-contact') return;
  if ((await liveCustomerLegs(unit.db, caseId)).length === 0) return;
  if (await responderInRoom(unit, caseId)) return;
  const { rows } = await unit.tx.query<{ tries: number }>(
    `SELECT count(*)::int AS tries FROM call WHERE case_id = $1 AND purpose = 'connect' AND person = $2 AND created_at > $3`,
    [caseId, person, new Date(unit.now.getTime() - CONNECT_WINDOW_MS)],
  );
  const inVain = (rows[0]?.tries ?? 0) >= MOST_CONNECT_TRIES;
  if (!inVain && (await connectResponder(service, unit, found, person))) return;
  await pageAgain(service, unit, found, { accepter: person, callerHolds: true });
}

/** Calls somebody who wants to join a talk and whose own leg could not reach its room: that is at another carrier. */
export async function joinAgain(service: Service, unit: Unit, caseId: string, person: string): Promise<void> {
  const found = await lockCase(unit.db, caseId);
  if (found && (await responderInRoom(unit, caseId))) await connectResponder(service, unit, found, person);
}

async function customerLegEnded(service: Service, unit: Unit, leg: Call): Promise<void> {
  if (leg.caseId === null) {
    if (leg.purpose === 'support') await openCaseForAbandonedCall(service, unit, leg);
    return;
  }
  noteCase(unit, leg.caseId, leg.purpose === 'support' ? 'caller.hung-up' : 'customer.hung-up', {
    call: leg.id,
  });
  // Somebody may be accepting at this instant: one of the two transactions must see what the other did.
  const found = await lockCase(unit.db, leg.caseId);
  if ((await liveCustomerLegs(unit.db, leg.caseId)).length === 0)
    await tellTheOtherSide(unit, leg.caseId, 'responder');
  await callIsOver(service, unit, leg.caseId);
  // Put on another case, the call has that one's number: it is told when it is there.
  if (found && (await expectPutOn(unit, found))) return;
  if (leg.purpose === 'support') await textCaseNumber(service, unit, leg, leg.caseId);
}
