import type { DeskDuty, Shift, Why } from './schedule.ts';
import { fillSeats, shifts, whyOf } from './shifts.ts';

/** A stretch of a seat within a window: somebody's, or nobody's. */
export interface Stretch extends Partial<Omit<Why, 'role' | 'seat'>> {
  from: Date;
  to: Date;
  /** Undefined: the seat is empty. */
  person: string | undefined;
  /** The whole shift that it is a part of, beyond the window too; undefined for a duty list, which has no shifts. */
  shift: { from: Date; to: Date } | undefined;
}

/** A seat with everything in it from one end of a window to the other. */
export interface SeatStrip {
  role: string;
  seat: string;
  stretches: Stretch[];
}

/** The seats of a desk between two instants, each without a break; by role, and in their order. */
export function seatStrips(duty: DeskDuty, from: Date, to: Date): SeatStrip[] {
  const whole = shifts(duty, from, to);
  return fillSeats(duty, from.getTime(), to.getTime()).map((filled) => {
    const { role, seat } = filled;
    const mine = whole.filter((shift) => shift.role === role && shift.seat === seat);
    let next = 0;
    const stretches: Stretch[] = [];
    let at = from;
    const empty = (until: Date): void => {
      if (at < until) stretches.push({ from: at, to: until, person: undefined, shift: undefined });
    };
    for (const piece of filled.pieces) {
      const { role: _role, seat: _seat, ...why } = whyOf(filled, piece);
      const begins = new Date(piece.fromMs);
      const ends = new Date(piece.toMs);
      empty(begins);
      // Both are in order.
      while ((mine[next]?.to ?? ends) <= begins) next += 1;
      const shift = isListed(why) ? undefined : spanOf(mine[next]);
      stretches.push({ from: begins, to: ends, person: piece.person, shift, ...why });
      at = ends;
    }
    empty(to);
    return { role, seat, stretches };
  });
}

/** The shifts of a desk that have a beginning and an end of their own: not what follows from a duty list alone. */
export function ownShifts(duty: DeskDuty, from: Date, to: Date): Shift[] {
  return shifts(duty, from, to).filter((shift) => !isListed(shift));
}

function isListed({ layer, override }: Partial<Why>): boolean {
  return layer === undefined && override === undefined;
}

function spanOf(shift: Shift | undefined): { from: Date; to: Date } | undefined {
  return shift && { from: shift.from, to: shift.to };
}
