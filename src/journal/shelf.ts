import { randomBytes } from 'node:crypto';
import type { JournalFolder } from './folder.ts';
import { idOf, readPiece, writePiece, type Piece } from './piece.ts';

/** A process that has not been heard of for so long is dead. One that only stood still does no harm: see `Shelf`. */
const DEAD_AFTER_MS = 12_000;

const ALIVE = '.alive';
const GIVEN_UP = '.given-up';
/** ID.OWNER.json; without an owner it is whoever's takes it first. */
const PIECE = /^([\w-]+?)(?:\.([0-9a-f]{16}))?\.json$/;
const UNFINISHED = /([0-9a-f]{16})\.(?:json|alive)\.part$/;

/** What was found on a look at the folder. */
export interface Found {
  /** Ours from now on. */
  taken: Piece[];
  /** Names of files that are no pieces of ours and were moved aside. */
  damaged: string[];
  /** Pieces that somebody else owns. */
  others: number;
  givenUp: number;
}

/**
 * This process's part of a journal's folder. A piece belongs to the process whose name its file has; taking it over is
 * renaming it, which one of two succeeds in. Living processes change a file of their own again and again; whoever's has
 * stayed the same while we watched is dead, and gives up its pieces: neither process ids nor clocks are the same for all
 * who share a folder. Where that is wrong a piece is recorded by two, which changes nothing.
 */
export class Shelf {
  readonly #folder: JournalFolder;
  readonly #owner = randomBytes(8).toString('hex');
  readonly #seen = new Map<string, { sign: string | undefined; sinceMs: number }>();
  #beats = 0;

  constructor(folder: JournalFolder) {
    this.#folder = folder;
  }

  get isShared(): boolean {
    return this.#folder.isShared;
  }

  async put(piece: Piece): Promise<void> {
    await this.#folder.write(this.#nameOf(piece), writePiece(piece));
  }

  async remove(piece: Piece): Promise<void> {
    await this.#folder.remove(this.#nameOf(piece));
  }

  /** Written anew: its own file may have gone, or never have been. */
  async setAside(piece: Piece): Promise<void> {
    await this.#folder.write(`${idOf(piece)}${GIVEN_UP}`, writePiece(piece));
    await this.#folder.remove(this.#nameOf(piece));
  }

  /** Leaves a piece to whoever comes next. */
  async release(piece: Piece): Promise<void> {
    await this.#folder.rename(this.#nameOf(piece), `${idOf(piece)}.json`);
  }

  /** Tells the others that we live. */
  async beat(): Promise<void> {
    this.#beats += 1;
    await this.#folder.write(`${this.#owner}${ALIVE}`, String(this.#beats));
  }

  async leave(): Promise<void> {
    await this.#folder.remove(`${this.#owner}${ALIVE}`);
  }

  /** Takes over what belongs to nobody, or to the dead. */
  async look(nowMs: number): Promise<Found> {
    const found: Found = { taken: [], damaged: [], others: 0, givenUp: 0 };
    const names = (await this.#folder.names()).sort();
    const dead = await this.#deadAmong(names, nowMs);
    for (const name of names) {
      if (name.endsWith(GIVEN_UP)) found.givenUp += 1;
      if (dead.has(UNFINISHED.exec(name)?.[1] ?? '')) await this.#folder.remove(name);
      const [, id, owner] = PIECE.exec(name) ?? [];
      if (id === undefined || owner === this.#owner) continue;
      if (owner !== undefined && !dead.has(owner)) found.others += 1;
      else await this.#takeOver(name, id, found);
    }
    for (const owner of dead) await this.#folder.remove(`${owner}${ALIVE}`);
    return found;
  }

  async #takeOver(name: string, id: string, found: Found): Promise<void> {
    const mine = `${id}.${this.#owner}.json`;
    if (!(await this.#folder.rename(name, mine))) return;
    const piece = readPiece((await this.#folder.read(mine).catch(() => undefined)) ?? '');
    if (piece && idOf(piece) === id) {
      found.taken.push(piece);
      return;
    }
    await this.#folder.rename(mine, `${id}${GIVEN_UP}`);
    found.damaged.push(`${id}${GIVEN_UP}`);
    found.givenUp += 1;
  }

  async #deadAmong(names: readonly string[], nowMs: number): Promise<Set<string>> {
    const owners = new Set(
      names.flatMap((name) =>
        name.endsWith(ALIVE)
          ? name.slice(0, -ALIVE.length)
          : (PIECE.exec(name)?.[2] ?? UNFINISHED.exec(name)?.[1] ?? []),
      ),
    );
    owners.delete(this.#owner);
    const dead = new Set<string>();
    for (const owner of owners) {
      const sign = await this.#folder.read(`${owner}${ALIVE}`);
      const before = this.#seen.get(owner);
      if (!before || before.sign !== sign) this.#seen.set(owner, { sign, sinceMs: nowMs });
      else if (nowMs - before.sinceMs >= DEAD_AFTER_MS) dead.add(owner);
    }
    return dead;
  }

  #nameOf(piece: Piece): string {
    return `${idOf(piece)}.${this.#owner}.json`;
  }
}
