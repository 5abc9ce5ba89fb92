import {
  addOpenTime,
  hoursInForce,
  isDue,
  isOpen,
  nextClosing,
  nextOpening,
  openSpans,
  openTimeBetween,
  subtractOpenTime,
  type CoverageHours,
  type DayHours,
  type OpenSpan,
} from '../coverage/index.ts';

/** What is asked of the hours beside whether the office is open; durations are business time. */
export interface TimeQuestions {
  addMs?: number | undefined;
  subtractMs?: number | undefined;
  since?: Date | undefined;
  withinMs?: number | undefined;
}

export interface OfficeAnswer {
  open: boolean;
  /** The day whose hours decide, and why it has them. */
  because: DayHours;
  /** When that changes; undefined when it does not within a year. */
  changesAt: Date | undefined;
  nextDays: OpenSpan[];
  /** Absent when it was not asked for; undefined within when there is no such instant. */
  added?: { ms: number; until: Date | undefined };
  subtracted?: { ms: number; since: Date | undefined };
  passed?: { since: Date; ms: number };
  promised?: { withinMs: number; dueAt: Date | undefined; isDue: boolean };
}

const nextDaysMs = 7 * 86_400_000;

/** What the hours of a desk say at an instant. */
export function askOffice(hours: CoverageHours, at: Date, asked: TimeQuestions): OfficeAnswer {
  const open = isOpen(hours, at);
  const { addMs, subtractMs, since, withinMs } = asked;
  return {
    open,
    because: hoursInForce(hours, at),
    changesAt: open ? nextClosing(hours, at) : nextOpening(hours, at),
    nextDays: openSpans(hours, at, new Date(at.getTime() + nextDaysMs)),
    ...(addMs !== undefined && { added: { ms: addMs, until: addOpenTime(hours, at, addMs) } }),
    ...(subtractMs !== undefined && {
      subtracted: { ms: subtractMs, since: subtractOpenTime(hours, at, subtractMs) },
    }),
    ...(since !== undefined && { passed: { since, ms: openTimeBetween(hours, since, at) } }),
    ...(since !== undefined &&
      withinMs !== undefined && {
        promised: {
          withinMs,
          dueAt: addOpenTime(hours, since, withinMs),
          isDue: isDue(hours, since, withinMs, at),
        },
      }),
  };
}
