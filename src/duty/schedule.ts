import type { Weekday } from '../coverage/index.ts';

/**
 * Whose turn it is, one after another in the order of `people`, by the wall clock of the schedule's time zone. The first
 * has the turn from `from` at the handoff's time to the first handoff after it.
 */
export interface Layer {
  /** One of its kind in the seat. */
  name: string;
  every: { count: number; unit: 'hours' | 'days' | 'weeks' };
  /** `weekday` only where turns last weeks; absent: that of `from`. */
  handoff: { time: string; weekday?: Weekday | undefined };
  /** The local date on which the layer begins, `YYYY-MM-DD`; and the one on which it is over, at the handoff's time. */
  from: string;
  until?: string | undefined;
  /** Keys of people. */
  people: readonly string[];
  /** The only hours in which the layer counts, by the weekday on which they begin, as `17:00-08:00`. */
  hours?: Partial<Record<Weekday, readonly string[] | undefined>> | undefined;
}

/** One of the people whom a role has at a time. Of its layers a later one lies over the earlier ones. */
export interface Seat {
  /** One of its kind in the role. */
  name: string;
  layers: readonly Layer[];
}

/** Who answers for a role of a desk: its seats, in the order in which they are asked. */
export interface RoleDefinition {
  timeZone: string;
  seats: readonly Seat[];
}

/** What is in force for a role from an instant on, until the next one of the role; null: its duty list again. */
export interface RoleVersion {
  role: string;
  validFrom: Date;
  definition: RoleDefinition | null;
}

/** Somebody in the place of somebody else, or in a seat whoever has it, from `from` up to, not including, `to`. */
export interface Override {
  id: string;
  role: string;
  /** Undefined: every seat of the role that `insteadOf` has then. */
  seat: string | undefined;
  /** Undefined: whoever has the seat, or nobody. */
  insteadOf: string | undefined;
  person: string;
  from: Date;
  to: Date;
}

/** A person is away, whatever a schedule says: from `from` up to, not including, `to`. */
export interface Leave {
  person: string;
  from: Date;
  to: Date;
}

/** All that the duty of a desk follows from. */
export interface DeskDuty {
  desk: string;
  /** Who is on duty for roles without a schedule, in order, now and until the list is changed. */
  lists: Readonly<Record<string, readonly string[]>>;
  /** By `validFrom` within a role. */
  versions: readonly RoleVersion[];
  /** In the order in which they were made: a later one counts on what the earlier ones leave. */
  overrides: readonly Override[];
  leave: readonly Leave[];
}

/** Why somebody has a seat: the layer of the schedule, an override, or the duty list where both are absent. */
export interface Why {
  role: string;
  seat: string;
  layer?: string;
  override?: string;
}

/** A stretch of real time in which a person has a seat: from `from` up to, not including, `to`. */
export interface Shift extends Why {
  person: string;
  from: Date;
  to: Date;
}
