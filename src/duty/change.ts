import type { DutyFault } from './duty-fault.ts';
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

/** Why an override cannot be made, every fault at once. Empty: nothing stands against it. */
export function faultsOfOverride(
  of: NewOverride,
  duty: DeskDuty,
  people: readonly KnownPerson[],
): DutyFault[] {
  const { person, insteadOf, role, seat, from, to } = of;
  const known = people.find(({ key }) => key === person);
  const faults: DutyFault[] = [];
  if (to <= from) return [{ kind: 'ends-before' }];
  if (seat === undefined && insteadOf === undefined) faults.push({ kind: 'no-place' });
  if (known === undefined) faults.push({ kind: 'unknown-person', person });
  else if (!known.roles.includes(role)) faults.push({ kind: 'without-role', person, role });
  if (insteadOf === person) faults.push({ kind: 'self', person });
  const away = duty.leave.find((leave) => leave.person === person && leave.from < to && from < leave.to);
  if (away !== undefined) faults.push({ kind: 'away', person, from: away.from, to: away.to });
  const theirs = shifts({ ...duty, leave: [] }, from, to).filter((shift) => shift.role === role);
  const seats = seatsOf(duty, role);
  if (seat !== undefined && !theirs.some((shift) => shift.seat === seat) && !seats.includes(seat))
    faults.push({ kind: 'no-seat', role, seat, seats });
  const has = (shift: { person: string; seat: string }): boolean =>
    shift.person === insteadOf && (seat === undefined || shift.seat === seat);
  if (insteadOf !== undefined && !theirs.some(has))
    faults.push({ kind: 'no-shift', person: insteadOf, role });
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
