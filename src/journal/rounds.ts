import type { Clock, Timer } from '../kernel/index.ts';

/** What is done again and again, by name: one timer and one run of a name at a time. */
export class Rounds<Name extends string> {
  readonly #clock: Clock;
  readonly #timers = new Map<Name, { timer: Timer; dueMs: number }>();
  readonly #underWay = new Map<Name, Promise<void>>();
  #isOver = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  isDue(name: Name): boolean {
    return this.#timers.has(name);
  }

  /** Runs it after so long, unless it will be run sooner. */
  after(delayMs: number, name: Name, run: () => Promise<void>): void {
    const dueMs = this.#clock.now().getTime() + delayMs;
    const before = this.#timers.get(name);
    if (this.#isOver || (before && before.dueMs <= dueMs)) return;
    before?.timer.cancel();
    const timer = this.#clock.after(delayMs, () => {
      this.#timers.delete(name);
      this.#underWay.set(name, (this.#underWay.get(name) ?? Promise.resolve()).then(run));
    });
    this.#timers.set(name, { timer, dueMs });
  }

  /** Resolves when nothing runs. */
  async idle(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }

  /** Begins nothing more, and waits for what runs. */
  async stop(): Promise<void> {
    this.#isOver = true;
    for (const { timer } of this.#timers.values()) timer.cancel();
    await this.idle();
  }
}
