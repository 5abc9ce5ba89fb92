import type { SeatStretch } from '../duty/index.ts';
import { afterQuietHours } from '../people/index.ts';
import { eveningBefore, isNight, morningAfter } from './night.ts';

/** Something that one person is told of one handoff of a desk, once. */
export interface Notice {
  kind: 'reminder' | 'on' | 'off';
  person: string;
  /** When the handoff is. */
  at: Date;
  /** The seats that they begin or leave then. */
  turns: SeatStretch[];
}

export interface NoticeSettings {
  timeZone: string;
  reminderHours: number;
  /** Of those who have some and take texts. */
  quietHours: ReadonlyMap<string, string>;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Whoever has a seat for less than this, as between two turns, is told nothing of it. */
const SHORTEST_MS = hourMs;
/** What could not be told at its time, as while the service was down, is worth telling for so long. */
const LATEST_MS = 2 * hourMs;
/** Then the message at the handoff is near enough. */
const NO_REMINDER_WITHIN_MS = hourMs;

/**
 * How far about `now` stretches must be known: a day before what is told late, after the longest quiet hours (16, and one more
 * where clocks change in them), and the longest reminder with a night before it.
 */
export const BACK_MS = 46 * hourMs;
export const AHEAD_MS = 36 * hourMs;

/**
 * What is to be told now of the handoffs of a desk, whether it has been told or not: decided anew each time from who is on
 * duty, so that nobody is told of a shift that they have given away. In the order in which it is told.
 */
export function noticesDue(stretches: readonly SeatStretch[], now: Date, settings: NoticeSettings): Notice[] {
  // A turn that only pauses, as for the office hours, has neither begun nor ended: nobody is told of it every day.
  const whole = stretches.filter((turn) => !isShort(turn) && turn.resumes !== true);
  const ended = stretches.filter(({ pauses }) => pauses !== true);
  return [
    ...together('off', 'to', ended.filter(isOffDue)),
    ...together('on', 'from', whole.filter(isOnDue)),
    ...together('reminder', 'from', whole.filter(isReminderDue)),
  ];

  function isOnDue({ person, from, to }: SeatStretch): boolean {
    return isTime(person, from) && to > now;
  }

  /** Whether it is time for what is to be told at an instant: in its two hours, or after the quiet hours that cut into them. */
  function isTime(person: string, at: Date): boolean {
    const first = heldUntil(person, at);
    const last = new Date(first.getTime() + LATEST_MS);
    const resumed = heldUntil(person, last);
    const end = resumed > last ? new Date(resumed.getTime() + LATEST_MS) : last;
    return now >= first && now < end && !isQuiet(person);
  }

  function heldUntil(person: string, at: Date): Date {
    return afterQuietHours(settings.quietHours.get(person) ?? null, at, settings.timeZone);
  }

  function isQuiet(person: string): boolean {
    return heldUntil(person, now) > now;
  }

  /**
   * Whoever goes off at night is told in the morning, and whoever goes on with another seat is told of that one. Where nobody
   * has taken over there is nobody to name: that the seat is empty is the supervisor's to know, and is told them days before.
   */
  function isOffDue(turn: SeatStretch): boolean {
    const { person, to } = turn;
    if (!isTime(person, morningAfter(to, settings.timeZone))) return false;
    if (successorOf(turn, stretches) === undefined) return false;
    return !stretches.some((next) => next.person === person && next.from >= to && next.from <= now);
  }

  /** Whoever is on duty until then has the phone with them anyway. */
  function isReminderDue({ person, from }: SeatStretch): boolean {
    if (from.getTime() - now.getTime() <= NO_REMINDER_WITHIN_MS) return false;
    if (isNight(now, settings.timeZone) || isQuiet(person)) return false;
    const usually = new Date(from.getTime() - settings.reminderHours * hourMs);
    if (eveningBefore(usually, settings.timeZone) > now) return false;
    return !stretches.some((of) => of.person === person && of.from < from && of.to >= from);
  }
}

/** Too short to be told of; that it is over is told to whoever had been told of a longer one. */
export function isShort({ from, to }: SeatStretch): boolean {
  return to.getTime() - from.getTime() < SHORTEST_MS;
}

/** When a turn is over that may pause, and whether it does; `whole` are the stretches from it on. */
export function endOfTurn(
  turn: SeatStretch,
  whole: readonly SeatStretch[],
): { to: Date; withPauses: boolean } {
  const isSame = ({ role, seat, person }: SeatStretch) =>
    role === turn.role && seat === turn.seat && person === turn.person;
  const own = whole.filter((of) => isSame(of) && of.from >= turn.from);
  const last = own.find(({ pauses }) => pauses !== true) ?? own.at(-1);
  return { to: last?.to ?? turn.to, withPauses: last !== undefined && last.from > turn.from };
}

/** Who has a seat from the end of a turn on; undefined: nobody. */
export function successorOf(
  { role, seat, to }: SeatStretch,
  stretches: readonly SeatStretch[],
): string | undefined {
  const isNext = (of: SeatStretch) =>
    of.role === role && of.seat === seat && of.from.getTime() === to.getTime();
  return stretches.find(isNext)?.person;
}

/** When something may be to be told next: the next handoff, or in a minute, because duty may be changed meanwhile. */
export function nextLookAt(stretches: readonly SeatStretch[], now: Date): Date {
  const inAMinute = now.getTime() + minuteMs;
  const handoffs = stretches.flatMap(({ from, to }) => [from.getTime(), to.getTime()]);
  return new Date(Math.min(inAMinute, ...handoffs.filter((at) => at > now.getTime())));
}

function together(kind: Notice['kind'], edge: 'from' | 'to', turns: readonly SeatStretch[]): Notice[] {
  const notices = new Map<string, Notice>();
  for (const turn of turns) {
    const key = `${turn.person} ${turn[edge].getTime()}`;
    const known = notices.get(key);
    if (known) known.turns.push(turn);
    else notices.set(key, { kind, person: turn.person, at: turn[edge], turns: [turn] });
  }
  return [...notices.values()];
}
