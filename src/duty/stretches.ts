import type { DeskDuty, Shift } from './schedule.ts';
import { shifts } from './shifts.ts';

/** How long one person has one seat without a break, whichever layers and overrides it follows from. */
export interface SeatStretch {
  role: string;
  seat: string;
  person: string;
  from: Date;
  to: Date;
}

/**
 * The stretches that lie in a window or reach into it, of roles that have a schedule: who is on duty by a list has neither
 * beginning nor end. One that reaches out of the window may be longer than is told here. By role, seat and time.
 */
export function stretches(duty: DeskDuty, from: Date, to: Date): SeatStretch[] {
  const found: SeatStretch[] = [];
  for (const shift of shifts(duty, from, to)) {
    if (!isScheduled(duty, shift)) continue;
    const { role, seat, person } = shift;
    const last = found.at(-1);
    const goesOn =
      last?.role === role &&
      last.seat === seat &&
      last.person === person &&
      last.to.getTime() === shift.from.getTime();
    if (goesOn) last.to = shift.to;
    else found.push({ role, seat, person, from: shift.from, to: shift.to });
  }
  return found;
}

/** True when a schedule, and not the role's list, is in force where a shift begins. */
function isScheduled({ versions }: DeskDuty, { role, from }: Shift): boolean {
  const inForce = versions.findLast((version) => version.role === role && version.validFrom <= from);
  return inForce !== undefined && inForce.definition !== null;
}
