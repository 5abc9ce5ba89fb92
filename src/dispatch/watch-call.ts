import type { Call } from '../calls/index.ts';
import type { Service, Unit } from '../service/index.ts';
import { ringSecondsOf } from './ring-time.store.ts';

/** No phone rings for longer. */
const LOOK_AT_LOST_MS = 150_000;

/** When a call of which nothing more is heard is asked for: its ringing should be over, and its callback have come. */
const LOOK_AFTER_RINGING_MS = 2_000;

/** When a call that the carrier has taken is looked at first. */
export function firstLookAt(placedAt: Date, ringSeconds: number): Date {
  return new Date(placedAt.getTime() + ringSeconds * 1000 + LOOK_AFTER_RINGING_MS);
}

/**
 * When a call that was found alive is looked at next, in milliseconds: soon while pages wait for its phone. One that should
 * have stopped ringing ends any moment; Twilio rings some phones about 5 s longer than it is told.
 */
export function nextLookMs(leg: Pick<Call, 'direction' | 'status'>, isAwaited: boolean): number {
  const rings = leg.direction === 'outbound' && leg.status !== 'in-progress';
  if (isAwaited) return rings ? 3_000 : 5_000;
  return rings ? 10_000 : 30_000;
}

/** Has a call looked at that the carrier has, as a callback has told us: its other callbacks may get lost. */
export async function watchRinging(service: Service, unit: Unit, callId: string): Promise<void> {
  const dueAt = firstLookAt(unit.now, await ringSecondsOf(service, unit.tx, callId));
  unit.later({ kind: 'call.look', key: `call.look:${callId}`, subject: callId, priority: 6, dueAt });
}

/**
 * Has a call looked at that the carrier never confirmed, when its ringing must be over: nobody can be asked for it until a
 * callback tells its id.
 */
export function watchUnconfirmed(unit: Unit, callId: string): void {
  const dueAt = new Date(unit.now.getTime() + LOOK_AT_LOST_MS);
  unit.later({ kind: 'call.look', key: `call.look:${callId}`, subject: callId, priority: 6, dueAt });
}
