import type { Clock } from '../../kernel/index.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 8_000;
const GIVEN_UP_AFTER_MS = 15 * 60_000;
const MOST_WAITING = 1_000;

interface Log {
  warn(fields: Record<string, unknown>, message: string): void;
}

/**
 * What callers keyed or said while it could not be recorded. The carrier brings it again only as long as the caller stays
 * on the line; whoever pressed 1 and hung up in an outage must be called for all the same. So this process takes it again
 * until it is recorded. To take an input twice does no harm: its turn is over.
 */
export class UnrecordedInputs {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #waiting = new Set<string>();

  constructor(clock: Clock, log: Log) {
    this.#clock = clock;
    this.#log = log;
  }

  /** Records later what could not be recorded now. `name` says which input of which call: each waits once. */
  keep(name: string, record: () => Promise<unknown>): void {
    if (this.#waiting.has(name)) return;
    if (this.#waiting.size >= MOST_WAITING) {
      this.#log.warn({ input: name, most: MOST_WAITING }, 'too many inputs wait to be recorded: not kept');
      return;
    }
    this.#waiting.add(name);
    this.#tryAfter(FIRST_WAIT_MS, 0, name, record);
  }

  #tryAfter(delayMs: number, waitedMs: number, name: string, record: () => Promise<unknown>): void {
    this.#clock.after(delayMs, () => {
      record().then(
        () => this.#waiting.delete(name),
        (error: unknown) => {
          const totalMs = waitedMs + delayMs;
          if (totalMs < GIVEN_UP_AFTER_MS)
            return this.#tryAfter(Math.min(2 * delayMs, LONGEST_WAIT_MS), totalMs, name, record);
          this.#waiting.delete(name);
          this.#log.warn({ err: error, input: name }, 'an input could not be recorded, and is given up');
        },
      );
    });
  }
}
