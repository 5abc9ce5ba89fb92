/** Something wrong in a calendar, with its line; what and how to mend it is said where it is shown. */
export type CalendarFault = { line: number } & (
  | { kind: 'no-calendar' }
  /** `text`, `value`, `part`, `rule`: as the file has it, cut so that it finds the place and no more. */
  | { kind: 'no-line'; text: string }
  | { kind: 'ends-nothing'; part: string }
  | { kind: 'outside'; text: string }
  | { kind: 'not-ended'; part: string }
  | { kind: 'no-property'; property: 'UID' | 'DTSTART' }
  | { kind: 'repeats-too-often'; frequency: string }
  /** `why`: what the library that reads calendars says, in English. */
  | { kind: 'no-rule'; rule: string; why: string }
  | { kind: 'no-time'; property: string; value: string }
  /** A whole day that does not say so; `day`: as it is written. */
  | { kind: 'no-hour'; property: string; value: string; day: string }
  | { kind: 'ends-before' }
  /** It repeats too often to be followed, or by a rule that never comes true. */
  | { kind: 'endless' }
  | { kind: 'unreadable-event'; why: string }
  | { kind: 'unreadable-line'; text: string; why: string }
  | { kind: 'no-zone'; zone: string }
  | { kind: 'too-many-events'; found: number; most: number }
  | { kind: 'too-much-leave'; found: number; days: number; most: number }
);

/** Why a file of leave was not taken. */
export type LeaveFileFault =
  | CalendarFault
  | { kind: 'too-large'; mostMegabytes: number }
  /** By the key. */
  | { kind: 'unknown-person'; person: string };
