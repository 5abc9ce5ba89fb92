import type { DeskDuty, Why } from './schedule.ts';
import { fillSeats, whyOf } from './shifts.ts';

/** Somebody who is on duty for a role, and why. */
export interface OnDuty extends Why {
  person: string;
}

/** Until when somebody has their seat without a break, whichever layer or override it follows from. */
export interface OnDutyUntil extends OnDuty {
  /** Undefined: no end within a hundred days. */
  until: Date | undefined;
}

/** Who has the seats of a desk at an instant, by role, in the order in which they are asked. Seats without anybody are left out. */
export function onDutyAt(duty: DeskDuty, instant: Date): OnDuty[] {
  const at = instant.getTime();
  return fillSeats(duty, at, at + 1).flatMap((seat) =>
    seat.pieces.slice(0, 1).map((piece) => ({ ...whyOf(seat, piece), person: piece.person })),
  );
}

const dayMs = 86_400_000;
/** How far ahead the end of a shift is looked for, one after the other: most end soon. */
const aheadDays = [2, 16, 100];

/** `onDutyAt` with until when. */
export function whoIsOnDuty(duty: DeskDuty, instant: Date): OnDutyUntil[] {
  const at = instant.getTime();
  const ends = new Map<string, number>();
  const present = onDutyAt(duty, instant);
  for (const days of aheadDays) {
    if (ends.size === present.length) break;
    const until = at + days * dayMs;
    for (const { role, seat, pieces } of fillSeats(duty, at, until)) {
      const end = pieces[0]?.fromMs === at ? endOf(pieces) : until;
      if (end < until) ends.set(`${role} ${seat}`, end);
    }
  }
  return present.map((of) => {
    const end = ends.get(`${of.role} ${of.seat}`);
    return { ...of, until: end === undefined ? undefined : new Date(end) };
  });
}

/** Where the time of the first person ends. */
function endOf(pieces: readonly { fromMs: number; toMs: number; person: string }[]): number {
  const [first, ...more] = pieces;
  if (first === undefined) return -Infinity;
  let end = first.toMs;
  for (const { fromMs, toMs, person } of more) {
    if (fromMs !== end || person !== first.person) break;
    end = toMs;
  }
  return end;
}
