/** A timer that can be called off; calling it off twice does nothing. */
export interface Timer {
  cancel(): void;
}

/**
 * The only source of time in the product. Decisions take the instant as a parameter; the shell asks a Clock for it.
 * Tests and the simulation give a virtual one, so that a night passes in milliseconds.
 */
export interface Clock {
  now(): Date;
  /** Calls `run` once, `delayMs` milliseconds from now. */
  after(delayMs: number, run: () => void): Timer;
}

/** The machine's clock. Timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => new Date(),
  after: (delayMs, run) => {
    const handle = setTimeout(run, delayMs);
    handle.unref();
    return { cancel: () => clearTimeout(handle) };
  },
};
