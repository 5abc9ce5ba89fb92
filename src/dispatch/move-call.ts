import { callById, GIVES_WAY, isToGiveWay, moveLeg, type Call } from '../calls/index.ts';
import { PassingFault, type TaskOutcome } from '../engine/index.ts';
import { unitOfWork } from '../service/index.ts';
import type { CarrierService } from './carrier-service.ts';
import { answerUrlOf } from './answer-url.ts';
import { callProgressed } from './call-progress.ts';
import { legEnded } from './leg-ended.ts';
import { lockLeg } from './lock-leg.ts';

/** One of which the carrier has not said yet that it has it is ended as soon as it has. */
const AGAIN_MS = 1_000;

/** Makes a live leg go on with what is true for it now; a leg that has ended meanwhile is recorded as ended. */
export async function redirectLeg(service: CarrierService, callId: string): Promise<void> {
  const leg = await callById(service.db, callId);
  if (!leg || leg.endedAt !== null || leg.carrierId === null) return;
  // It has heard the truth since this was ordered, by a key of its own: it must not be cut short in its answer.
  if (leg.place === 'told') return;
  const answer = await service.telephony
    .at(leg.carrier)
    .redirectCall(leg.carrierId, documentOf(service, leg));
  if (answer.ok) return;
  if (answer.failure.class === 'race') return look(service, leg);
  throw new PassingFault(`leg not moved: ${answer.failure.code} ${answer.failure.message}`);
}

/** Stops a phone from ringing; picked up in the same moment, it is told instead. */
export async function cancelLeg(service: CarrierService, callId: string): Promise<TaskOutcome> {
  const leg = await callById(service.db, callId);
  if (!leg || leg.endedAt !== null) return;
  if (isToGiveWay(leg) && (await makeWay(service, callId)) === 'later') return 'settled';
  if (leg.carrierId === null) return;
  const answer = await service.telephony.at(leg.carrier).cancelUnanswered(leg.carrierId);
  if (answer.ok && answer.value.status !== 'in-progress') {
    // Cancelled while still queued, no callback comes: what the answer says is all there is.
    await callProgressed(service, callId, {
      carrierId: leg.carrierId,
      status: settledStatus(answer.value.status),
    });
    return;
  }
  if (answer.ok || answer.failure.class === 'race') return redirectLeg(service, callId);
  throw new PassingFault(`leg not ended: ${answer.failure.code} ${answer.failure.message}`);
}

/**
 * A call that is about no case has to leave its phone to another. What is said in it from now on is goodbye, whoever asks; one that
 * is not at the carrier is over. `later`: it is on its way there, and can be ended only when it has come to it.
 */
function makeWay(service: CarrierService, callId: string): Promise<'later' | void> {
  return unitOfWork(service, async (unit) => {
    const leg = await lockLeg(unit, callId);
    if (!leg || leg.endedAt !== null || leg.status === 'lost') return;
    if (leg.carrierId === null && leg.status === 'due')
      return legEnded(service, unit, leg, { status: 'canceled' });
    // Whoever has pressed the key hears the last words of it.
    if (leg.purpose !== 'drill' || leg.place !== 'told') await moveLeg(unit, callId, GIVES_WAY);
    if (leg.carrierId !== null) return;
    const dueAt = new Date(unit.now.getTime() + AGAIN_MS);
    unit.later({ kind: 'call.cancel', key: `call.cancel:${callId}`, subject: callId, priority: 0, dueAt });
    return 'later';
  });
}

function settledStatus(status: Call['status']): 'canceled' | 'completed' {
  return status === 'completed' ? 'completed' : 'canceled';
}

function documentOf(service: CarrierService, leg: Call): string {
  return leg.purpose === 'support' ? service.urls.bridge(leg.id) : answerUrlOf(service.urls, leg);
}

/** Asks the carrier where a leg is, when no callback says so. */
export async function look(service: CarrierService, leg: Call): Promise<void> {
  if (leg.carrierId === null) return;
  const answer = await service.telephony.at(leg.carrier).fetchCall(leg.carrierId);
  if (answer.ok) {
    await callProgressed(service, leg.id, { carrierId: leg.carrierId, status: answer.value.status });
    return;
  }
  if (answer.failure.class === 'race' || answer.failure.code === '20404') {
    await callProgressed(service, leg.id, { carrierId: leg.carrierId, status: 'completed' });
    return;
  }
  throw new PassingFault(`leg not looked up: ${answer.failure.code} ${answer.failure.message}`);
}
