import { systemClock, type Clock } from '../../src/kernel/index.ts';

/** The machine's clock, whose waits can be cut short: what is tried again after minutes must not cost the fuzz minutes. */
export interface HurriedClock extends Clock {
  /** Runs now whatever waits at this instant. */
  hurry(): void;
}

export function createHurriedClock(): HurriedClock {
  const waiting = new Set<() => void>();
  return {
    now: () => systemClock.now(),
    after: (delayMs, run) => {
      const due = () => {
        timer.cancel();
        if (waiting.delete(due)) run();
      };
      const timer = systemClock.after(delayMs, due);
      waiting.add(due);
      return {
        cancel: () => {
          waiting.delete(due);
          timer.cancel();
        },
      };
    },
    hurry: () => {
      for (const due of [...waiting]) due();
    },
  };
}
