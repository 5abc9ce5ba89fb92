import type { NewOverride } from './override.store.ts';
import type { DeskDuty } from './schedule.ts';
import { shifts } from './shifts.ts';

/** What is known of the people who may be named in a change of duty. */
export interface KnownPerson {
  name: string;
  key: string;
  roles: readonly string[];
  /** Somebody's phone would ring. */
  canBeReached: boolean;
}

/** Why an override cannot be made: each what and how to mend it. Empty: nothing stands against it. */
export function faultsOfOverride(of: NewOverride, duty: DeskDuty, people: readonly KnownPerson[]): string[] {
  const { person, insteadOf, role, seat, from, to } = of;
  const known = people.find(({ key }) => key === person);
  const faults: string[] = [];
  if (to <= from) return ['It ends before it begins: write a later end.'];
  if (seat === undefined && insteadOf === undefined)
    faults.push('It says neither in whose place nor in which seat: name one of the two.');
  if (known === undefined) faults.push(`Nobody has the key "${person}": import the person first.`);
  else if (!known.roles.includes(role))
    faults.push(
      `${person} has not the role ${role}: add it to the roles of ${person} and import, or name another.`,
    );
  if (insteadOf === person) faults.push(`${person} cannot stand in for ${person}: name somebody else.`);
  const away = duty.leave.find((leave) => leave.person === person && leave.from < to && from < leave.to);
  if (away !== undefined)
    faults.push(
      `${person} is on leave from ${away.from.toISOString()} to ${away.to.toISOString()}: take the leave back first, or name another.`,
    );
  const theirs = shifts({ ...duty, leave: [] }, from, to).filter((shift) => shift.role === role);
  if (
    seat !== undefined &&
    !theirs.some((shift) => shift.seat === seat) &&
    !seatsOf(duty, role).includes(seat)
  )
    faults.push(`${role} has no seat "${seat}": there are ${seatsOf(duty, role).join(', ') || 'none'}.`);
  const has = (shift: { person: string; seat: string }): boolean =>
    shift.person === insteadOf && (seat === undefined || shift.seat === seat);
  if (insteadOf !== undefined && !theirs.some(has))
    faults.push(`${insteadOf} has no shift as ${role} then: look at the schedule, or name a seat.`);
  return faults;
}

function seatsOf({ versions, lists }: DeskDuty, role: string): string[] {
  const named = versions
    .filter((version) => version.role === role)
    .flatMap(({ definition }) => (definition?.seats ?? []).map(({ name }) => name));
  return named.length > 0 ? [...new Set(named)] : (lists[role] ?? []).map((_, index) => String(index + 1));
}

/** A stretch of a seat that changes hands. */
export interface SwappedShift {
  seat: string;
  from: Date;
  to: Date;
}

/** A swap that was asked for: what the one gives, and what they take in return, if anything. */
export interface AskedSwap {
  id: string;
  desk: string;
  role: string;
  askedBy: string;
  askedOf: string;
  gives: SwappedShift;
  takes: SwappedShift | undefined;
  why: string;
}

/** What a swap is when it is granted: an override for each shift that changes hands, each in its own seat. */
export function overridesOf({
  id,
  desk,
  role,
  askedBy,
  askedOf,
  gives,
  takes,
  why,
}: AskedSwap): NewOverride[] {
  const both = { desk, role, why, swap: id };
  return [
    { ...both, ...gives, insteadOf: askedBy, person: askedOf },
    ...(takes === undefined ? [] : [{ ...both, ...takes, insteadOf: askedOf, person: askedBy }]),
  ];
}
