import type { JournalFolder } from './folder.ts';

/** A folder that is gone with whoever holds it; who is given the same one finds what the one before has left. */
export class MemoryFolder implements JournalFolder {
  readonly isShared = false;
  readonly #files = new Map<string, string>();

  async names(): Promise<string[]> {
    return [...this.#files.keys()];
  }

  async read(name: string): Promise<string | undefined> {
    return this.#files.get(name);
  }

  async write(name: string, text: string): Promise<void> {
    this.#files.set(name, text);
  }

  async rename(from: string, to: string): Promise<boolean> {
    const text = this.#files.get(from);
    if (text === undefined) return false;
    this.#files.delete(from);
    this.#files.set(to, text);
    return true;
  }

  async remove(name: string): Promise<void> {
    this.#files.delete(name);
  }
}
