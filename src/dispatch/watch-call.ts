import { lastHeardOf, type Call } from '../calls/index.ts';
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

/** Whoever holds, chooses or is asked is heard of at least every 20 s, and a message takes two minutes at most. */
const OUT_OF_SIGHT_MS = 180_000;
/** Nothing is heard of two who talk, or of one who waits for the other with music. */
const OUT_OF_SIGHT_IN_ROOM_MS = 1_800_000;
/** One refusal may pass: 1 + 2 + 4 s lie before the fourth look. */
const LOOKS_IN_VAIN = 4;

/**
 * Whether a call that was answered must be taken for over: the carrier will not be asked for it, as after its token was
 * changed, and nothing has been heard of it for long. It would else keep its phone from every page that goes out another
 * way, and an accepter waiting for a caller who has gone.
 */
export async function isOutOfSight(service: Service, leg: Call, looks: number): Promise<boolean> {
  if (looks < LOOKS_IN_VAIN) return false;
  const heardAt = (await lastHeardOf(service.db.$client, leg.id)) ?? leg.createdAt;
  const longestMs = leg.place === 'bridge' ? OUT_OF_SIGHT_IN_ROOM_MS : OUT_OF_SIGHT_MS;
  return service.clock.now().getTime() - heardAt.getTime() > longestMs;
}
