import { inTime, TooLate, type Clock } from '../kernel/index.ts';
import type { Log } from '../service/index.ts';
import type { JournalFolder } from './folder.ts';
import { idOf, type Piece, type Told } from './piece.ts';
import { Queue, type Waiting } from './queue.ts';
import { Rounds } from './rounds.ts';
import { Spells, type Spell } from './spell.ts';
import { Store } from './store.ts';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 8_000;
/** How long one thing may take before the others get their turn; what it has begun goes on. */
const PATIENCE_MS = 4_000;
/** A disk that hangs must not cost a caller the answer. */
const STORED_WITHIN_MS = 500;
/** So often what could not be written is written again. */
const STORE_AGAIN_MS = 4_000;
/** Each is about a kilobyte. */
const MOST_WAITING = 10_000;
/** So often a thing is tried that fails for another reason than the database: about two minutes and a half. */
const MOST_TRIES = 20;
/** So many failures of a database that is there end a round: the next begins with what has not been tried. */
const MOST_TROUBLES = 3;

export interface JournalParts {
  folder: JournalFolder;
  clock: Clock;
  log: Log;
  /** Records what was told. To do it twice must change nothing. */
  record: (piece: Piece) => Promise<unknown>;
  /** What a failure to record says of the database; undefined: the fault lies elsewhere. */
  outageOf: (error: unknown) => 'away' | 'troubled' | undefined;
  /** Told when nothing waits any more; called again until it succeeds. */
  over: (spell: Spell) => Promise<void>;
}

/**
 * What callers and responders did while it could not be recorded. The carrier tells of it once, or as long as the caller
 * stays on the line; whoever pressed 1 and hung up in an outage must be called for all the same. So it is kept on disk and
 * recorded as soon as that is possible, oldest first, by this process or by one that comes after it.
 */
export class Journal {
  readonly #parts: JournalParts;
  readonly #store: Store;
  readonly #queue = new Queue();
  readonly #spells = new Spells();
  readonly #rounds: Rounds<'record' | 'store'>;
  /** Given up, with no file yet that says so. */
  readonly #givenUp: Piece[] = [];
  #waitMs = FIRST_WAIT_MS;
  #refused = 0;
  #isStopping = false;

  constructor(parts: JournalParts) {
    const { folder, clock, log } = parts;
    this.#parts = parts;
    this.#rounds = new Rounds(clock);
    this.#store = new Store({ folder, clock, log, taken: (pieces) => this.#takeOver(pieces) });
  }

  /** What waits, what was given up and lies in the folder, and what was not even kept since the start. */
  get counts(): { waiting: number; givenUp: number; refused: number } {
    return {
      waiting: this.#queue.size,
      givenUp: this.#store.givenUp + this.#givenUp.length,
      refused: this.#refused,
    };
  }

  /** Finds out whether the folder can be used, and takes over what others have left in it. */
  async start(): Promise<void> {
    await this.#briefly(this.#store.start());
  }

  /** Keeps what could not be recorded now. It is on disk when this resolves, or a warning has said that it is not. */
  async keep(told: Told): Promise<void> {
    const { clock, log } = this.#parts;
    const known = this.#queue.of(told.key);
    if (known) return this.#briefly(known.stored);
    if (this.#queue.size >= MOST_WAITING) {
      this.#refused += 1;
      this.#spells.lost();
      return log.error({ path: told.path, most: MOST_WAITING }, 'too much waits to be recorded: not kept');
    }
    if (this.#queue.size === 0)
      log.warn({ path: told.path }, 'what callers do cannot be recorded: it is kept until it can be');
    const piece = { ...told, receivedAt: clock.now() };
    const stored = this.#put(piece);
    this.#add(told.key, piece, stored);
    await this.#briefly(stored);
  }

  /** Leaves what waits to whoever starts next in the same folder. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#rounds.stop();
    let lost = 0;
    for (const { piece, stored } of this.#queue.all()) {
      const isThere = (await stored) || (await this.#store.put(piece));
      if (!isThere || !(await this.#store.release(piece))) lost += 1;
    }
    for (const piece of this.#givenUp) if (!(await this.#store.setAside(piece))) lost += 1;
    if (lost > 0) this.#parts.log.error({ lost }, 'stopped with things that are recorded nowhere');
    await this.#store.stop();
  }

  /** Resolves when nothing is under way at this instant. */
  async idle(): Promise<void> {
    await this.#rounds.idle();
    await this.#store.idle();
  }

  #takeOver(pieces: readonly Piece[]): void {
    const count = pieces.length;
    this.#parts.log.warn({ count }, 'what another process could not record is recorded now');
    // Another may have been told of the same: then both are recorded, and both files go.
    for (const piece of pieces)
      this.#add(this.#queue.of(piece.key) ? idOf(piece) : piece.key, piece, Promise.resolve(true));
  }

  #add(name: string, piece: Piece, stored: Promise<boolean>): void {
    this.#queue.add({ name, piece, stored, tries: 0, triedAtMs: 0 });
    this.#spells.came(piece);
    this.#waitMs = FIRST_WAIT_MS;
    this.#rounds.after(FIRST_WAIT_MS, 'record', () => this.#round());
  }

  async #round(): Promise<void> {
    let troubles = 0;
    for (const waiting of this.#queue.inOrder()) {
      const ended = await this.#record(waiting);
      if (ended === 'troubled') troubles += 1;
      if (this.#isStopping || ended === 'away' || troubles >= MOST_TROUBLES) break;
    }
    if (this.#queue.size === 0) await this.#end();
    if (this.#queue.size === 0 && !this.#spells.hasUntold) return;
    this.#rounds.after(this.#waitMs, 'record', () => this.#round());
    this.#waitMs = Math.min(2 * this.#waitMs, LONGEST_WAIT_MS);
  }

  async #record(waiting: Waiting): Promise<'recorded' | 'away' | 'troubled' | 'failed'> {
    const { clock, record, outageOf } = this.#parts;
    const { piece } = waiting;
    try {
      await inTime(clock, PATIENCE_MS, record(piece));
    } catch (error) {
      const outage = error instanceof TooLate ? 'troubled' : outageOf(error);
      if (outage === 'away') return outage;
      waiting.triedAtMs = clock.now().getTime();
      if (outage === undefined) await this.#failed(waiting, error);
      return outage ?? 'failed';
    }
    this.#queue.remove(waiting);
    this.#spells.recorded(piece, clock.now());
    await this.#briefly(waiting.stored.then(async (isThere) => isThere && this.#store.remove(piece)));
    return 'recorded';
  }

  /** A thing that fails for reasons of its own is not tried for ever, and is never thrown away. */
  async #failed(waiting: Waiting, error: unknown): Promise<void> {
    const { piece, stored } = waiting;
    waiting.tries += 1;
    if (waiting.tries < MOST_TRIES) return;
    this.#queue.remove(waiting);
    this.#spells.lost();
    this.#givenUp.push(piece);
    const { path, receivedAt } = piece;
    const message = 'what a caller did cannot be recorded and is given up: see *.given-up in JOURNAL_DIR';
    this.#parts.log.error({ err: error, path, receivedAt, tries: MOST_TRIES }, message);
    await this.#briefly(stored);
    this.#storeAfter(0);
  }

  #put(piece: Piece): Promise<boolean> {
    const stored = this.#store.put(piece);
    void stored.then((isThere) => isThere || this.#storeAfter(STORE_AGAIN_MS));
    return stored;
  }

  #storeAfter(delayMs: number): void {
    this.#rounds.after(delayMs, 'store', async () => {
      if (!(await this.#storeAll())) this.#storeAfter(STORE_AGAIN_MS);
    });
  }

  /** What is in memory alone gets its file as soon as the folder can be written. False when the disk fails. */
  async #storeAll(): Promise<boolean> {
    for (const waiting of this.#queue.inOrder()) {
      const { name, piece } = waiting;
      if ((await waiting.stored) || this.#queue.of(name) !== waiting) continue;
      waiting.stored = this.#store.put(piece);
      if (!(await waiting.stored)) return false;
      // Recorded meanwhile: its file would be recorded once more by whoever finds it.
      if (this.#queue.of(name) !== waiting) await this.#store.remove(piece);
    }
    if (this.#queue.size === 0) this.#store.ownsNothing();
    for (let piece = this.#givenUp[0]; piece; piece = this.#givenUp[0]) {
      if (!(await this.#store.setAside(piece))) return false;
      this.#givenUp.shift();
    }
    return true;
  }

  async #end(): Promise<void> {
    const { log, clock, over } = this.#parts;
    this.#store.ownsNothing();
    this.#spells.end(clock.now(), log);
    await this.#spells.tell(log, (spell) => inTime(clock, PATIENCE_MS, over(spell)));
  }

  async #briefly(work: Promise<unknown>): Promise<void> {
    await inTime(this.#parts.clock, STORED_WITHIN_MS, work).catch(() => undefined);
  }
}
