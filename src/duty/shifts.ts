import { cut, paint, within, type Piece } from './pieces.ts';
import type { DeskDuty, Leave, Override, RoleDefinition, Seat, Shift, Why } from './schedule.ts';
import { turnMs, turnsOf } from './turns.ts';

/** A seat with who has it, within a window. */
export interface FilledSeat {
  role: string;
  seat: string;
  pieces: Piece[];
}

/**
 * The shifts between two instants, whole: one that began before, or ends after, has its own beginning and end; only a duty
 * list, which has neither, is cut about there. By role, seat and time.
 *
 * Later layers lie over earlier ones, overrides over layers, and leave takes away whoever is away, by schedule or by
 * override: what nobody else covers is a hole. A shift ends with each handoff, also to the same person.
 */
export function shifts(duty: DeskDuty, from: Date, to: Date): Shift[] {
  const marginMs = longestShiftMs(duty);
  const [fromMs, toMs] = [from.getTime(), to.getTime()];
  return fillSeats(duty, fromMs - marginMs, toMs + marginMs).flatMap((seat) =>
    seat.pieces
      .filter((piece) => piece.fromMs < toMs && fromMs < piece.toMs)
      .map((piece) => ({
        ...whyOf(seat, piece),
        person: piece.person,
        from: new Date(piece.fromMs),
        to: new Date(piece.toMs),
      })),
  );
}

export function whyOf({ role, seat }: FilledSeat, { layer, override }: Piece): Why {
  return {
    role,
    seat,
    ...(layer === undefined ? {} : { layer }),
    ...(override === undefined ? {} : { override }),
  };
}

/** Longer than any shift, changes of clocks included. */
function longestShiftMs({ versions, overrides }: DeskDuty): number {
  const layers = versions.flatMap(({ definition }) =>
    (definition?.seats ?? []).flatMap((seat) => seat.layers),
  );
  const times = overrides.map(({ from, to }) => to.getTime() - from.getTime());
  return Math.max(0, ...layers.map(turnMs), ...times) + 86_400_000;
}

/** Every seat of the desk with who has it between two instants, cut at both; roles by name, seats in their order. */
export function fillSeats(duty: DeskDuty, fromMs: number, toMs: number): FilledSeat[] {
  const roles = new Set([...Object.keys(duty.lists), ...duty.versions.map(({ role }) => role)]);
  return [...roles].sort().flatMap((role) => fillRole(duty, role, fromMs, toMs));
}

function fillRole(duty: DeskDuty, role: string, fromMs: number, toMs: number): FilledSeat[] {
  const filled = new Map<string, FilledSeat>();
  for (const force of inForce(duty, role, fromMs, toMs)) {
    const overrides = duty.overrides.filter((override) => override.role === role);
    for (const { seat, pieces } of force.seats(force.fromMs, force.toMs)) {
      const known = filled.get(seat) ?? { role, seat, pieces: [] };
      filled.set(seat, known);
      const covered = overrides.reduce((left, of) => override(left, of, seat, force), pieces);
      known.pieces.push(...duty.leave.reduce(takeAway, covered));
    }
  }
  return [...filled.values()];
}

/** What decides on a role for a time: the seats that it has, and who has them before overrides and leave. */
interface InForce {
  fromMs: number;
  toMs: number;
  seats: (fromMs: number, toMs: number) => { seat: string; pieces: Piece[] }[];
}

/** The versions of a role's schedule between two instants, in order; its duty list where there is none. */
function inForce(duty: DeskDuty, role: string, fromMs: number, toMs: number): InForce[] {
  const list = (from: number, to: number) =>
    (duty.lists[role] ?? []).map((person, index) => ({
      seat: String(index + 1),
      pieces: [{ fromMs: from, toMs: to, person }],
    }));
  const versions = duty.versions.filter((version) => version.role === role);
  const starts = [-Infinity, ...versions.map(({ validFrom }) => validFrom.getTime())];
  return starts.flatMap((start, index) => {
    const force = {
      fromMs: Math.max(start, fromMs),
      toMs: Math.min(starts[index + 1] ?? Infinity, toMs),
    };
    const definition = index === 0 ? undefined : versions[index - 1]?.definition;
    const seats = definition ? (from: number, to: number) => fromLayers(definition, from, to) : list;
    return force.fromMs < force.toMs ? [{ ...force, seats }] : [];
  });
}

function fromLayers({ timeZone, seats }: RoleDefinition, fromMs: number, toMs: number) {
  const paintAll = ({ layers }: Seat): Piece[] =>
    layers
      .map((layer) => turnsOf(layer, timeZone, fromMs, toMs))
      .reduce<Piece[]>((pieces, turns) => paint(pieces, turns), []);
  return seats.map((seat) => ({ seat: seat.name, pieces: within(paintAll(seat), fromMs, toMs) }));
}

function override(
  pieces: Piece[],
  of: Override,
  seat: string,
  window: { fromMs: number; toMs: number },
): Piece[] {
  if (of.seat !== undefined && of.seat !== seat) return pieces;
  const fromMs = Math.max(of.from.getTime(), window.fromMs);
  const toMs = Math.min(of.to.getTime(), window.toMs);
  if (fromMs >= toMs) return pieces;
  const { id, person, insteadOf } = of;
  if (insteadOf === undefined) return paint(pieces, [{ fromMs, toMs, person, override: id }]);
  const theirs = within(pieces, fromMs, toMs).filter((piece) => piece.person === insteadOf);
  return paint(
    pieces,
    theirs.map((piece) => ({ ...piece, person, override: id })),
  );
}

function takeAway(pieces: Piece[], { person, from, to }: Leave): Piece[] {
  return pieces.flatMap((piece) =>
    piece.person === person ? cut([piece], from.getTime(), to.getTime()) : [piece],
  );
}
