import { openSpans, type CoverageHours } from '../coverage/index.ts';
import type { PagingPlan, Script } from '../ivr/index.ts';
import type { DeskDuty } from './schedule.ts';
import { fillSeats, type FilledSeat } from './shifts.ts';

/** A role that a desk needs around the clock, how many people of it, and which roles may stand in. */
interface Need {
  role: string;
  people: number;
  or: readonly string[];
}

/** What is wrong with the duty of a role in a stretch of time. */
export interface DutyFinding {
  /**
   * `nobody`: no seat of the role is filled, nor of one that may stand in. `too-few`: fewer can be reached than a plan
   * pages. `unreachable`: somebody has a seat and no number that works. `doubled`: one person has two seats, here or at
   * another desk as well.
   */
  problem: 'nobody' | 'too-few' | 'unreachable' | 'doubled';
  role: string;
  /** Keys of the people whom it is about. */
  people: string[];
  /** How many the script asks for, and how many can be reached; of `doubled` how many seats there are for one person. */
  wanted: number;
  found: number;
  /** Seats of a doubled person at other desks. */
  elsewhere?: { desk: string; role: string }[];
  from: Date;
  to: Date;
}

/** What a sweep looks at. */
export interface SweptDesk {
  script: Pick<Script, 'plans'>;
  duty: DeskDuty;
  canBeReached: (person: string) => boolean;
  /** The duty of other desks, for whoever has a seat there at the same time. Absent: nobody looks. */
  others?: readonly DeskDuty[] | undefined;
  /** When the office answers: whom a plan for office hours pages is needed then alone. Absent: always. */
  hours?: CoverageHours | undefined;
}

/** Every stretch between two instants in which a role that the desk needs has nobody, too few, somebody who cannot be reached, or one person twice; by time. */
export function sweep(swept: SweptDesk, from: Date, to: Date): DutyFinding[] {
  const { script, duty, canBeReached, hours, others = [] } = swept;
  const seats = fillSeats(duty, from.getTime(), to.getTime());
  const seatsElsewhere = others.flatMap((of) => sharedSeats(of, seats, from, to));
  const inHours = needsOf(Object.values(script.plans), seats);
  const always = needsOf(
    Object.values(script.plans).filter(({ when }) => when !== 'open'),
    seats,
  );
  const opened = hours === undefined ? [{ from, to }] : openSpans(hours, from, to);
  const edges = [...seats, ...seatsElsewhere].flatMap(({ pieces }) =>
    pieces.flatMap((piece) => [piece.fromMs, piece.toMs]),
  );
  edges.push(...opened.flatMap((span) => [span.from.getTime(), span.to.getTime()]));
  const times = [...new Set([from.getTime(), ...edges, to.getTime()])].sort((a, b) => a - b);
  const nextPiece = new Map<FilledSeat, number>();
  const found: DutyFinding[] = [];
  const open = new Map<string, DutyFinding>();
  for (const [index, at] of times.slice(0, -1).entries()) {
    const until = times[index + 1] ?? at;
    const seatedIn = <Seat extends FilledSeat>(of: readonly Seat[]) =>
      of.flatMap((seat) => {
        let next = nextPiece.get(seat) ?? 0;
        while ((seat.pieces[next]?.toMs ?? Infinity) <= at) next += 1;
        nextPiece.set(seat, next);
        const piece = seat.pieces[next];
        return piece !== undefined && piece.fromMs <= at ? [{ ...seat, person: piece.person }] : [];
      });
    const filled = seatedIn(seats);
    const stretch = { from: new Date(at), to: new Date(until) };
    const isOpen = opened.some((span) => span.from.getTime() <= at && at < span.to.getTime());
    for (const finding of [
      ...wanting(isOpen ? inHours : always, filled, canBeReached),
      ...doubled(filled, seatedIn(seatsElsewhere)),
    ]) {
      const identity = JSON.stringify(finding);
      const before = open.get(identity);
      if (before?.to.getTime() === at) before.to = stretch.to;
      else {
        const begun = { ...finding, ...stretch };
        open.set(identity, begun);
        found.push(begun);
      }
    }
  }
  return found;
}

/** The roles that the plans page, in their rounds or wider; and the operator's, where the desk has any. */
function needsOf(plans: readonly PagingPlan[], seats: readonly FilledSeat[]): Need[] {
  const paged = plans.flatMap(({ page, wider, takes }) => [
    // One operator answers a caller, however many are rung.
    ...page.map((of) => (takes === 'call' ? { ...of, people: 1 } : of)),
    ...wider.flatMap((more) => more.page),
  ]);
  const needs = new Map<string, Need>();
  for (const { role, people, or = [] } of paged) {
    const key = [role, ...or].join();
    needs.set(key, { role, or, people: Math.max(people, needs.get(key)?.people ?? 0) });
  }
  const hasOperators = seats.some(({ role }) => role === 'operator');
  const operator = { role: 'operator', people: 1, or: [] };
  return hasOperators && !needs.has('operator') ? [...needs.values(), operator] : [...needs.values()];
}

type Filled = readonly { role: string; person: string }[];
type Fact = Omit<DutyFinding, 'from' | 'to'>;

function wanting(needs: readonly Need[], filled: Filled, canBeReached: SweptDesk['canBeReached']): Fact[] {
  const peopleOf = (role: string): string[] => [
    ...new Set(filled.filter((seat) => seat.role === role).map(({ person }) => person)),
  ];
  const facts = needs.flatMap(({ role, people: wanted, or }): Fact[] => {
    const onDuty = peopleOf(role);
    const reached = onDuty.filter(canBeReached);
    const standIn = or.some((other) => peopleOf(other).some(canBeReached));
    const about = { role, wanted, found: reached.length };
    const unreachable = onDuty
      .filter((person) => !canBeReached(person))
      .map((person): Fact => ({ ...about, problem: 'unreachable', people: [person] }));
    if (reached.length >= wanted || (reached.length === 0 && standIn)) return unreachable;
    if (onDuty.length === 0) return [{ ...about, problem: 'nobody', people: [] }];
    // That somebody cannot be reached is said of them; too few is told where there are too few seats.
    return onDuty.length < wanted
      ? [...unreachable, { ...about, problem: 'too-few', people: onDuty }]
      : unreachable;
  });
  return [
    ...new Map(facts.map((fact) => [JSON.stringify([fact.problem, fact.role, fact.people]), fact])).values(),
  ];
}

/** A seat of another desk. */
interface SeatElsewhere extends FilledSeat {
  desk: string;
}

/** The seats of another desk, with the pieces of those alone who have a seat here too. */
function sharedSeats(duty: DeskDuty, seats: readonly FilledSeat[], from: Date, to: Date): SeatElsewhere[] {
  const here = new Set(seats.flatMap(({ pieces }) => pieces.map(({ person }) => person)));
  return fillSeats(duty, from.getTime(), to.getTime()).map((seat) => ({
    ...seat,
    desk: duty.desk,
    pieces: seat.pieces.filter(({ person }) => here.has(person)),
  }));
}

/** Who answers for several desks by what they are: they stand behind those who are paged first. */
const standBehind: readonly string[] = ['supervisor', 'manager'];

/**
 * Whoever has two seats at once. That of a supervisor or manager at another desk doubles nothing for whoever is supervisor or
 * manager here too: one person behind several desks is how small companies mean it.
 */
function doubled(
  filled: Filled,
  elsewhere: readonly { desk: string; role: string; person: string }[],
): Fact[] {
  const people = [...new Set(filled.map(({ person }) => person))];
  return people.flatMap((person): Fact[] => {
    const roles = filled.filter((seat) => seat.person === person).map(({ role }) => role);
    const isBehind = roles.every((role) => standBehind.includes(role));
    const theirs = elsewhere.filter(
      (seat) => seat.person === person && !(isBehind && standBehind.includes(seat.role)),
    );
    const found = roles.length + theirs.length;
    if (found < 2) return [];
    const role = [...new Set(roles)].join(' and ');
    const fact: Fact = { problem: 'doubled', role, people: [person], wanted: 1, found };
    if (theirs.length === 0) return [fact];
    return [{ ...fact, elsewhere: theirs.map((seat) => ({ desk: seat.desk, role: seat.role })) }];
  });
}
