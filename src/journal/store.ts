import type { Clock } from '../kernel/index.ts';
import type { Log } from '../service/index.ts';
import type { JournalFolder } from './folder.ts';
import type { Piece } from './piece.ts';
import { Rounds } from './rounds.ts';
import { Shelf } from './shelf.ts';

const LOOK_EVERY_MS = 15_000;
const BEAT_EVERY_MS = 4_000;

export interface StoreParts {
  folder: JournalFolder;
  clock: Clock;
  log: Log;
  /** Pieces that were nobody's, or whose process has died: ours from now on. */
  taken: (pieces: readonly Piece[]) => void;
}

/** The pieces of this process on disk. A disk that fails is told of once, and stops nobody: what waits is in memory then. */
export class Store {
  readonly #parts: StoreParts;
  readonly #shelf: Shelf;
  readonly #rounds: Rounds<'look' | 'beat'>;
  readonly #failing = new Set<'look' | 'write'>();
  #ownsSome = false;
  #givenUp = 0;

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.#shelf = new Shelf(parts.folder);
    this.#rounds = new Rounds(parts.clock);
  }

  /** How many given up pieces lie in the folder. */
  get givenUp(): number {
    return this.#givenUp;
  }

  /** Finds out whether the folder can be used, and begins to look for what others have left in it. */
  async start(): Promise<void> {
    await this.#try('write', async () => {
      await this.#shelf.beat();
      await this.#shelf.leave();
    });
    await this.#look();
  }

  /** False when the disk failed. */
  async put(piece: Piece): Promise<boolean> {
    const isThere = await this.#try('write', () => this.#shelf.put(piece));
    this.#beats(true);
    return isThere;
  }

  async remove(piece: Piece): Promise<void> {
    await this.#try('look', () => this.#shelf.remove(piece));
  }

  /** False when the disk failed, and the piece is where it was. */
  async setAside(piece: Piece): Promise<boolean> {
    const isAside = await this.#try('write', () => this.#shelf.setAside(piece));
    if (isAside) this.#givenUp += 1;
    return isAside;
  }

  /** Whether somebody else may have it now. */
  async release(piece: Piece): Promise<boolean> {
    return this.#try('look', () => this.#shelf.release(piece));
  }

  /** Told whether pieces are ours: only then do the others have to know that we live. */
  #beats(ownsSome: boolean): void {
    this.#ownsSome = ownsSome;
    if (ownsSome && !this.#rounds.isDue('beat')) this.#rounds.after(0, 'beat', () => this.#beat());
  }

  /** Nothing is ours any more. */
  ownsNothing(): void {
    this.#beats(false);
  }

  async idle(): Promise<void> {
    await this.#rounds.idle();
  }

  async stop(): Promise<void> {
    await this.#rounds.stop();
    await this.#try('look', () => this.#shelf.leave());
  }

  async #look(): Promise<void> {
    const { clock, log, taken } = this.#parts;
    let others = 0;
    await this.#try('look', async () => {
      const found = await this.#shelf.look(clock.now().getTime());
      others = found.others;
      this.#givenUp = found.givenUp;
      for (const file of found.damaged)
        log.error({ file }, 'a file in JOURNAL_DIR cannot be read: set aside');
      if (found.taken.length === 0) return;
      this.#beats(true);
      taken(found.taken);
    });
    if (this.#shelf.isShared || others > 0) this.#rounds.after(LOOK_EVERY_MS, 'look', () => this.#look());
  }

  async #beat(): Promise<void> {
    if (!this.#ownsSome) return void (await this.#try('look', () => this.#shelf.leave()));
    this.#rounds.after(BEAT_EVERY_MS, 'beat', () => this.#beat());
    await this.#try('write', () => this.#shelf.beat());
  }

  /** A folder that can be looked at may not be one that can be written, nor the other way round. */
  async #try(what: 'look' | 'write', work: () => Promise<void>): Promise<boolean> {
    const { log } = this.#parts;
    try {
      await work();
    } catch (error) {
      // One line for a folder that is not there at all.
      if (this.#failing.has(what) || this.#failing.has('write')) return false;
      this.#failing.add(what);
      log.warn({ err: error }, warnings[what]);
      return false;
    }
    if (this.#failing.delete(what) && what === 'write') log.info({}, 'JOURNAL_DIR can be written again');
    return true;
  }
}

const warnings = {
  write: 'JOURNAL_DIR cannot be written: what cannot be recorded is kept in memory alone',
  look: 'JOURNAL_DIR cannot be looked through: what another process has left in it may wait',
} as const;
