import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where the journal's files are: a few operations, so that tests and the simulation keep them in memory. */
export interface JournalFolder {
  /** Whether other living processes may use it too. */
  readonly isShared: boolean;
  names(): Promise<string[]>;
  /** Undefined when there is no such file. */
  read(name: string): Promise<string | undefined>;
  /** The file is there whole and for good when this resolves, or not at all. */
  write(name: string, text: string): Promise<void>;
  /** False when there is no such file: somebody else was faster. Of two who rename one file, one succeeds. */
  rename(from: string, to: string): Promise<boolean>;
  remove(name: string): Promise<void>;
}

/** A folder on disk. Its files hold what callers keyed and said, and their numbers: they are its owner's alone. */
export class DiskFolder implements JournalFolder {
  readonly isShared = true;
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async names(): Promise<string[]> {
    await this.#make();
    return readdir(this.#path);
  }

  async read(name: string): Promise<string | undefined> {
    return absentAs(undefined, readFile(this.#at(name), 'utf8'));
  }

  async write(name: string, text: string): Promise<void> {
    await this.#make();
    const part = this.#at(`${name}.part`);
    try {
      const file = await open(part, 'w', 0o600);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, this.#at(name));
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    await this.#sync();
  }

  async rename(from: string, to: string): Promise<boolean> {
    const done = await absentAs(
      false,
      rename(this.#at(from), this.#at(to)).then(() => true),
    );
    if (done) await this.#sync();
    return done;
  }

  async remove(name: string): Promise<void> {
    await rm(this.#at(name), { force: true });
  }

  #at(name: string): string {
    return join(this.#path, name);
  }

  async #make(): Promise<void> {
    // In two steps: what lies above it may be others' as well, and keeps the usual rights.
    await makeAbove(this.#path);
    await makeOne(this.#path, 0o700);
  }

  /** A new name outlives a power cut only when its folder is written too; not every file system can be told so. */
  async #sync(): Promise<void> {
    const folder = await open(this.#path, 'r').catch(() => undefined);
    await folder?.sync().catch(() => undefined);
    await folder?.close();
  }
}

/** One by one: where nothing can be made, as below /proc, Node's own recursive way never ends. */
async function makeAbove(path: string): Promise<void> {
  const above = dirname(path);
  if (await isThere(above)) return;
  await makeAbove(above);
  await makeOne(above);
}

async function makeOne(path: string, mode?: number): Promise<void> {
  if (await isThere(path)) return;
  await mkdir(path, mode).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function absentAs<T>(otherwise: T, asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise;
    throw error;
  }
}
