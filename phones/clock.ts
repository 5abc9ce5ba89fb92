/** A timer that can be called off; calling it off twice does nothing. */
export interface Timer {
  cancel(): void;
}

/** The only source of simulated time: ringing, speech, queues and callbacks all wait on it. Tests inject a virtual one. */
export interface Clock {
  now(): Date;
  /** Calls `run` once, `delayMs` milliseconds from now. */
  after(delayMs: number, run: () => void): Timer;
}

/** The machine's clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => new Date(),
  after: (delayMs, run) => {
    const handle = setTimeout(run, delayMs);
    handle.unref();
    return { cancel: () => clearTimeout(handle) };
  },
};

/** Waits `delayMs` on the clock; rejects with the signal's reason as soon as it is aborted. */
export function sleep(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => {
      timer?.cancel();
      reject(signal.reason as Error);
    };
    if (signal.aborted) return reject(signal.reason as Error);
    if (delayMs <= 0) return resolve();
    signal.addEventListener('abort', fail, { once: true });
    const timer: Timer | undefined = clock.after(delayMs, () => {
      signal.removeEventListener('abort', fail);
      resolve();
    });
  });
}
