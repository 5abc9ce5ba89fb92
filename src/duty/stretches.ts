import type { DeskDuty, Shift } from './schedule.ts';
import { shifts } from './shifts.ts';

/** How long one person has one seat without a break, whichever layers and overrides it follows from. */
export interface SeatStretch {
  role: string;
  seat: string;
  person: string;
  from: Date;
  to: Date;
  /** It goes on a turn of the same layer that has only paused for less than a day, as for the office hours. */
  resumes?: true;
  /** Its turn only pauses: the same person has the seat again within a day. */
  pauses?: true;
}

/** A longer break is a new turn, even where nobody else of the layer has had it meanwhile. */
const LONGEST_PAUSE_MS = 86_400_000;

interface Run {
  shifts: Shift[];
  stretch: SeatStretch;
}

/**
 * The stretches that lie in a window or reach into it, of roles that have a schedule: who is on duty by a list has neither
 * beginning nor end. One that reaches out of the window may be longer than is told here, and whether it is resumed beyond the
 * window is not known. By role, seat and time.
 */
export function stretches(duty: DeskDuty, from: Date, to: Date): SeatStretch[] {
  const runs: Run[] = [];
  for (const shift of shifts(duty, from, to)) {
    if (!isScheduled(duty, shift)) continue;
    const { role, seat, person } = shift;
    const last = runs.at(-1)?.stretch;
    const goesOn =
      last?.role === role &&
      last.seat === seat &&
      last.person === person &&
      last.to.getTime() === shift.from.getTime();
    if (goesOn) {
      last.to = shift.to;
      runs.at(-1)?.shifts.push(shift);
    } else runs.push({ shifts: [shift], stretch: { role, seat, person, from: shift.from, to: shift.to } });
  }
  markPauses(runs);
  return runs.map(({ stretch }) => stretch);
}

/**
 * A turn pauses where its layer has hours, or a layer over it has: nobody has taken it over from its person, who has it again
 * when those are past. Where somebody else of the layer, or an override, comes in between, it has changed hands.
 */
function markPauses(runs: readonly Run[]): void {
  for (const [index, { shifts: resumed, stretch }] of runs.entries()) {
    const layer = resumed[0]?.override === undefined ? resumed[0]?.layer : undefined;
    if (layer === undefined) continue;
    for (let before = index - 1; before >= 0; before -= 1) {
      const { shifts: earlier, stretch: paused } = runs[before]!;
      const isNear = stretch.from.getTime() - paused.to.getTime() < LONGEST_PAUSE_MS;
      if (paused.role !== stretch.role || paused.seat !== stretch.seat || !isNear) break;
      const last = earlier.at(-1);
      if (paused.person === stretch.person && last?.layer === layer && last.override === undefined) {
        stretch.resumes = true;
        paused.pauses = true;
        break;
      }
      // An override in the place of somebody keeps the layer of whom it replaces; one of a whole seat is of none.
      if (
        earlier.some(
          (shift) => (shift.override === undefined ? shift.layer : (shift.layer ?? layer)) === layer,
        )
      )
        break;
    }
  }
}

/** True when a schedule, and not the role's list, is in force where a shift begins. */
function isScheduled({ versions }: DeskDuty, { role, from }: Shift): boolean {
  const inForce = versions.findLast((version) => version.role === role && version.validFrom <= from);
  return inForce !== undefined && inForce.definition !== null;
}
