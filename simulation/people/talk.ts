import type { Leg } from '../carrier/leg.ts';
import type { Random } from '../kernel/random.ts';

/**
 * Two who have met talk for a while, then one of them hangs up; whoever finds nobody waits, and gives up: within seconds
 * when in a hurry.
 */
export function leaveAfterTalk(
  random: Random,
  leg: Leg,
  others: readonly Leg[],
  { inAHurry }: { inAHurry: boolean },
): void {
  const { timeline, rooms } = leg.carrier;
  const room = leg.room;
  const isTalk = others.length > 0;
  const waitsMs = inAHurry ? random.between(1, 8) * 500 : random.between(90, 400) * 1_000;
  const afterMs = isTalk ? random.between(10, 240) * 1_000 : waitsMs;
  timeline.after(afterMs, () => {
    if (leg.isOver || leg.room !== room) return;
    if (!isTalk && rooms.members(room).length > 1) return;
    leg.end('completed', 'far-end');
  });
}
