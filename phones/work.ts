import type { Clock } from './clock.ts';

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
/** Turns of the event loop that must pass without work: a reply read, parsed and acted upon takes a few. */
const QUIET_TURNS = 5;
/** A virtual clock may leave a timer due until it is next advanced; do not wait for it for ever. */
const MAX_OVERDUE_TURNS = 200;

/** Counts what is under way, so that a test knows when the simulator has nothing left to do at this instant. */
export class Work {
  #inFlight = 0;
  #stopped = false;
  #waiting: (() => void)[] = [];
  readonly #due = new Set<{ at: number }>();

  /** Marks something as under way until the returned function is called; calling it twice does nothing. */
  begin(): () => void {
    let open = true;
    this.#inFlight += 1;
    return () => {
      if (!open) return;
      open = false;
      this.#inFlight -= 1;
      if (this.#inFlight === 0) this.#waiting.splice(0).forEach((wake) => wake());
    };
  }

  /** The same clock, with its due timers known to `idle`. */
  watch(clock: Clock): Clock {
    return {
      now: () => clock.now(),
      after: (delayMs, run) => {
        const entry = { at: clock.now().getTime() + delayMs };
        this.#due.add(entry);
        const timer = clock.after(delayMs, () => {
          this.#due.delete(entry);
          if (!this.#stopped) run();
        });
        return {
          cancel: () => {
            this.#due.delete(entry);
            timer.cancel();
          },
        };
      },
    };
  }

  /** Timers that fall due from now on do nothing. */
  stop(): void {
    this.#stopped = true;
  }

  /** Resolves when nothing is in flight and no timer is due at `clock.now()`. */
  async idle(clock: Clock): Promise<void> {
    let quiet = 0;
    for (let overdueTurns = 0; quiet < QUIET_TURNS;) {
      if (this.#inFlight > 0) {
        quiet = 0;
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
      }
      await nextTurn();
      if (this.#inFlight > 0) continue;
      const now = clock.now().getTime();
      const overdue = [...this.#due].some((entry) => entry.at <= now);
      if (overdue && overdueTurns < MAX_OVERDUE_TURNS) {
        overdueTurns += 1;
        quiet = 0;
      } else quiet += 1;
    }
  }
}
