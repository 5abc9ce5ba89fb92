import type { Piece } from './piece.ts';

/** A piece that waits in this process. */
export interface Waiting {
  /** Each waits once. */
  name: string;
  piece: Piece;
  /** False: it is in memory alone. */
  stored: Promise<boolean>;
  /** Faults that were not the database's. */
  tries: number;
  /** When it last failed on its own account; 0: not yet. */
  triedAtMs: number;
}

/** What waits to be recorded. */
export class Queue {
  readonly #waiting = new Map<string, Waiting>();

  get size(): number {
    return this.#waiting.size;
  }

  of(name: string): Waiting | undefined {
    return this.#waiting.get(name);
  }

  all(): Waiting[] {
    return [...this.#waiting.values()];
  }

  add(waiting: Waiting): void {
    this.#waiting.set(waiting.name, waiting);
  }

  remove({ name }: Waiting): void {
    this.#waiting.delete(name);
  }

  /** Oldest first; but what has failed on its own account lets the others go before. */
  inOrder(): Waiting[] {
    return this.all().sort(
      (a, b) => a.triedAtMs - b.triedAtMs || a.piece.receivedAt.getTime() - b.piece.receivedAt.getTime(),
    );
  }
}
