import type { Clock, Timer } from '../clock.ts';

interface Entry {
  at: number;
  order: number;
  run: () => void;
}

/** A clock that stands still until it is told to go on. */
export interface VirtualClock extends Clock {
  /** Goes on by so many milliseconds, running what falls due in order, letting `settle` finish after each instant. */
  advance(ms: number, settle: () => Promise<void>): Promise<void>;
}

export function createVirtualClock(start = new Date('2026-11-22T02:00:00Z')): VirtualClock {
  let now = start.getTime();
  let order = 0;
  const entries = new Set<Entry>();
  const nextBefore = (limit: number) =>
    [...entries].filter((entry) => entry.at <= limit).sort((a, b) => a.at - b.at || a.order - b.order)[0];
  return {
    now: () => new Date(now),
    after: (delayMs, run): Timer => {
      const entry = { at: now + delayMs, order: (order += 1), run };
      entries.add(entry);
      return { cancel: () => entries.delete(entry) };
    },
    advance: async (ms, settle) => {
      const end = now + ms;
      await settle();
      for (let due = nextBefore(end); due; due = nextBefore(end)) {
        now = Math.max(now, due.at);
        entries.delete(due);
        due.run();
        const more = nextBefore(now);
        if (!more) await settle();
      }
      now = end;
      await settle();
    },
  };
}
