import type { Call } from '../calls/index.ts';
import { unitOfWork, urgencyOf, scriptOf, type Service, type Unit } from '../service/index.ts';
import { lockWithCase } from './paging.store.ts';
import { isRoundOver, openPagingsOfCall } from './ringing.store.ts';

/** Where a phone turned out to have another call of ours, that is known by then. */
const LOOK_AFTER_MS = 1_500;

/** Puts down that a round which asks for somebody to take a call is looked at: a caller does not wait for phones that do not ring. */
export function lookAtRound(unit: Unit, pagingId: string, inMs = LOOK_AFTER_MS): void {
  const dueAt = new Date(unit.now.getTime() + inMs);
  unit.later({ kind: 'paging.look', key: `paging.look:${pagingId}`, subject: pagingId, priority: 3, dueAt });
}

/** A call to somebody who was asked to take another is over: if nobody else is being asked, the next are, at once. */
export async function lookAfterLeg(service: Service, unit: Unit, leg: Call): Promise<void> {
  const script = scriptOf(service, leg.desk);
  const plans = Object.entries(script?.plans ?? {}).flatMap(([name, { takes }]) =>
    takes === 'call' ? [name] : [],
  );
  if (leg.purpose !== 'page' || plans.length === 0) return;
  for (const pagingId of await openPagingsOfCall(unit.tx, leg.id, plans)) lookAtRound(unit, pagingId, 0);
}

/** Begins the next round at once when nobody of this one can answer any more. */
export async function hastenRound(service: Service, pagingId: string): Promise<void> {
  await unitOfWork(service, async (unit) => {
    const locked = await lockWithCase(unit.db, pagingId);
    if (!locked || !(await isRoundOver(unit.tx, pagingId, locked.open.round))) return;
    await unit.tx.query('UPDATE paging SET next_round_at = $2 WHERE id = $1', [pagingId, unit.now]);
    unit.later({
      kind: 'paging.round',
      key: `paging.round:${pagingId}`,
      subject: pagingId,
      priority: urgencyOf(locked.found.severity),
      dueAt: unit.now,
    });
  });
}
