import type { Clock } from '../kernel/index.ts';

/** How often refusals are told of in the log: whoever sends them without end must not fill the disc. */
const TELL_EVERY_MS = 10_000;

/** Counts refused webhooks; says when to tell of them, and of how many since it was last told. */
export class Refusals {
  private untold = 0;
  private toldAtMs = Number.NEGATIVE_INFINITY;
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** How many to tell of now, the one just met included; undefined: none, it was told of others just before. */
  next(): number | undefined {
    this.untold += 1;
    const nowMs = this.clock.now().getTime();
    if (nowMs - this.toldAtMs < TELL_EVERY_MS) return undefined;
    const count = this.untold;
    this.untold = 0;
    this.toldAtMs = nowMs;
    return count;
  }
}
