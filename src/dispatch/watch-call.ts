import type { Unit } from '../service/index.ts';

/** No phone rings for longer. */
const LOOK_AT_LOST_MS = 150_000;

/**
 * Has a call looked at that the carrier never confirmed in an answer, when its ringing must be over: callbacks may have
 * told of it, and need not tell of its end.
 */
export function watchUnconfirmed(unit: Unit, callId: string): void {
  const dueAt = new Date(unit.now.getTime() + LOOK_AT_LOST_MS);
  unit.later({ kind: 'call.look', key: `call.look:${callId}`, subject: callId, priority: 6, dueAt });
}
