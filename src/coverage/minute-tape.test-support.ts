/**
 * An office's hours by another road: every minute of ten years in one row, open or not. The clock is read from
 * `Intl.DateTimeFormat`; there are no spans of real time, no search and no code of the product. A clock that is put back
 * is taken to stand still until it has caught up.
 */
export interface Tape {
  startMs: number;
  minutes: number;
  /** 1 where the office is open. */
  open: Uint8Array;
  /** How many open minutes lie before a minute. */
  before: Int32Array;
}

/** What a desk says of one local date: its spans as people write them. */
export type SaidOf = (isoDate: string, weekday: number) => readonly string[];

const minute = 60_000;
const blockMinutes = 6 * 60;

/** For each minute, the furthest that the clock there has shown by then, in minutes since 1970-01-01T00:00 on that clock. */
export function clockRow(timeZone: string, startMs: number, minutes: number): Int32Array {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const shown = (at: number): number => {
    const parts = /(\d+)\/(\d+)\/(\d+), (\d+):(\d+)/.exec(format.format(startMs + at * minute)) ?? [];
    const [month = 0, day = 0, year = 0, hour = 0, past = 0] = parts.slice(1).map(Number);
    return Date.UTC(year, month - 1, day, hour, past) / minute;
  };
  const row = new Int32Array(minutes);
  let furthest = -Infinity;
  let begin = shown(0);
  for (let block = 0; block < minutes; block += blockMinutes) {
    const end = shown(block + blockMinutes);
    const isEven = end - begin === blockMinutes;
    for (let at = block; at < Math.min(block + blockMinutes, minutes); at += 1) {
      furthest = Math.max(furthest, isEven ? begin + at - block : shown(at));
      row[at] = furthest;
    }
    begin = end;
  }
  return row;
}

/** The tape of a desk, from its clock and what it says of each date. */
export function tapeOf(clock: Int32Array, startMs: number, saidOf: SaidOf): Tape {
  const open = new Uint8Array(clock.length);
  const before = new Int32Array(clock.length + 1);
  let date = -1;
  let today = new Uint8Array(2880);
  for (let at = 0; at < clock.length; at += 1) {
    const shown = clock[at] ?? 0;
    const now = Math.floor(shown / 1440);
    if (now !== date) {
      const yesterday = now === date + 1 && date !== -1 ? today : minutesOf(now - 1, saidOf);
      today = minutesOf(now, saidOf);
      for (let early = 0; early < 1440; early += 1) today[early] ||= yesterday[early + 1440] ?? 0;
      date = now;
    }
    open[at] = today[shown - now * 1440] ?? 0;
    before[at + 1] = (before[at] ?? 0) + (open[at] ?? 0);
  }
  return { startMs, minutes: clock.length, open, before };
}

function minutesOf(date: number, saidOf: SaidOf): Uint8Array<ArrayBuffer> {
  const midnight = new Date(date * 1440 * minute);
  const row = new Uint8Array(2880);
  for (const text of saidOf(midnight.toISOString().slice(0, 10), midnight.getUTCDay())) {
    const [from = 0, to = 0] = text
      .split('-')
      .map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
    row.fill(1, from, to < from ? to + 1440 : to);
  }
  return row;
}

/** The questions of the product, answered from the tape; NaN beyond its end. */
export const onTape = {
  isOpen: (tape: Tape, ms: number): boolean => tape.open[Math.floor((ms - tape.startMs) / minute)] === 1,

  /** The first instant from `ms` on at which the office is, or is not, open. */
  next: (tape: Tape, ms: number, wanted: 0 | 1): number => {
    const first = Math.floor((ms - tape.startMs) / minute);
    const at = tape.open.indexOf(wanted, first);
    return at === first ? ms : at === -1 ? NaN : tape.startMs + at * minute;
  },

  /** Open milliseconds from the beginning of the tape to `ms`. */
  elapsed: (tape: Tape, ms: number): number => {
    const at = Math.floor((ms - tape.startMs) / minute);
    const part = ms - tape.startMs - at * minute;
    return (tape.before[at] ?? NaN) * minute + (tape.open[at] ?? NaN) * part;
  },

  /** The first instant by which `elapsedMs` open milliseconds have passed since the beginning of the tape. */
  first: (tape: Tape, elapsedMs: number): number => {
    let [low, high] = [0, tape.minutes];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tape.before[middle] ?? 0) * minute >= elapsedMs) high = middle;
      else low = middle + 1;
    }
    return tape.startMs + low * minute - ((tape.before[low] ?? NaN) * minute - elapsedMs);
  },

  /** The last instant at which no more than `elapsedMs` open milliseconds have passed since the beginning. */
  last: (tape: Tape, elapsedMs: number): number => {
    let [low, high] = [0, tape.minutes];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((tape.before[middle] ?? 0) * minute <= elapsedMs) low = middle;
      else high = middle - 1;
    }
    return tape.startMs + low * minute + (elapsedMs - (tape.before[low] ?? NaN) * minute);
  },
};
