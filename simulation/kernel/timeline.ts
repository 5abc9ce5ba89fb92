import type { Random } from './random.ts';

interface Happening {
  atMs: number;
  /** Decides among what happens at one instant. */
  lot: number;
  run: () => void;
  owner: Owner | undefined;
}

/** Whose timer it is: the dead have none, and a frozen one's go off when it thaws. */
export interface Owner {
  readonly alive: boolean;
  readonly frozenUntilMs: number;
}

/** The simulated world's time: what is to happen and when. It moves only from one happening to the next. */
export class Timeline {
  nowMs: number;
  private readonly random: Random;
  private readonly happenings = new Set<Happening>();

  constructor(startMs: number, random: Random) {
    this.nowMs = startMs;
    this.random = random;
  }

  /** Puts something down for `delayMs` milliseconds from now. The result calls it off. */
  after(delayMs: number, run: () => void, owner?: Owner): () => void {
    const atMs = this.nowMs + Math.max(0, Math.round(delayMs));
    const happening = { atMs, lot: this.random.next(), run, owner };
    this.happenings.add(happening);
    return () => void this.happenings.delete(happening);
  }

  sleep(delayMs: number, owner?: Owner): Promise<void> {
    return new Promise((resolve) => this.after(delayMs, resolve, owner));
  }

  /** The instant of the next happening, those of the service's own timers included; undefined when there is none. */
  nextAtMs(ownersToo = true): number | undefined {
    let next: number | undefined;
    for (const { atMs, owner } of this.happenings) {
      if ((ownersToo || owner === undefined) && (next === undefined || atMs < next)) next = atMs;
    }
    return next;
  }

  /** Moves to the next instant and takes what happens in it, in the order of their lots. */
  takeNext(): (() => void)[] {
    const atMs = this.nextAtMs();
    if (atMs === undefined) return [];
    this.nowMs = Math.max(this.nowMs, atMs);
    const due = [...this.happenings].filter((h) => h.atMs <= this.nowMs).sort((a, b) => a.lot - b.lot);
    const awake = due.filter((happening) => {
      const { owner } = happening;
      if (owner?.alive && owner.frozenUntilMs > this.nowMs) {
        happening.atMs = owner.frozenUntilMs;
        return false;
      }
      this.happenings.delete(happening);
      return owner === undefined || owner.alive;
    });
    return awake.map(({ run, owner }) => () => {
      if (owner === undefined || owner.alive) run();
    });
  }

  /** Time passes in which nothing goes on: what was due meanwhile happens late, as after a machine's sleep. */
  leapTo(atMs: number): void {
    this.nowMs = Math.max(this.nowMs, atMs);
  }
}
