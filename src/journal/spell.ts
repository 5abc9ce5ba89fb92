import type { Log } from '../service/index.ts';
import type { Piece } from './piece.ts';

/** A time in which things could not be recorded at once, when nothing waits any more. */
export interface Spell {
  /** How many things were kept and have been recorded since. */
  recorded: number;
  /** How many could not be recorded at all: given up, or not even kept. */
  lost: number;
  /** When the first and the last of them came. */
  from: Date;
  until: Date;
  /** What waited longest, waited so long. */
  longestMs: number;
}

/** Counts up what happens from the first thing that is kept until nothing waits, and has it told. */
export class Spells {
  #now: Spell | undefined;
  readonly #untold: Spell[] = [];

  /** Whether somebody has still to be told of one. */
  get hasUntold(): boolean {
    return this.#untold.length > 0;
  }

  came({ receivedAt: at }: Piece): void {
    const spell = (this.#now ??= { recorded: 0, lost: 0, from: at, until: at, longestMs: 0 });
    if (at < spell.from) spell.from = at;
    if (at > spell.until) spell.until = at;
  }

  recorded({ receivedAt }: Piece, now: Date): void {
    if (!this.#now) return;
    this.#now.recorded += 1;
    this.#now.longestMs = Math.max(this.#now.longestMs, now.getTime() - receivedAt.getTime());
  }

  lost(): void {
    if (this.#now) this.#now.lost += 1;
  }

  /** Nothing waits any more. */
  end(now: Date, log: Log): void {
    const spell = this.#now;
    if (!spell) return;
    this.#now = undefined;
    const seconds = Math.round((now.getTime() - spell.from.getTime()) / 1000);
    log.info({ ...spell }, `${spell.recorded} recorded after ${seconds} seconds`);
    this.#untold.push(spell);
  }

  /** Tells of what has ended; what fails is told by the next call. */
  async tell(log: Log, over: (spell: Spell) => Promise<void>): Promise<void> {
    try {
      for (let next = this.#untold[0]; next; next = this.#untold[0]) {
        await over(next);
        this.#untold.shift();
      }
    } catch (error) {
      log.warn({ err: error }, 'nobody could be told yet of what was recorded late');
    }
  }
}
