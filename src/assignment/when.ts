import { isOpen, nextOpening, type CoverageHours } from '../coverage/index.ts';

/** So long after nobody was found the duty list is looked at again. */
const AGAIN_AFTER_MS = 15 * 60_000;

/** When a case registered at `now` is given to somebody: at once in the office's hours, else at its next opening. */
export function assignmentDue(hours: CoverageHours, now: Date): Date | undefined {
  return nextOpening(hours, now);
}

/** When to look again where nobody could be given the case: in a quarter of an hour, and never outside the hours. */
export function lookAgainAt(hours: CoverageHours, now: Date): Date | undefined {
  return nextOpening(hours, new Date(now.getTime() + AGAIN_AFTER_MS));
}

/** True when the office does not answer at `now`, as when an exception was written after the assignment was planned. */
export function mustWait(hours: CoverageHours, now: Date): boolean {
  return !isOpen(hours, now);
}
