import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** PostgreSQL, the database or the role has no connection left. */
const TOO_MANY_CONNECTIONS = '53300';
const LOOK_AGAIN_MS = 100;
/** Whoever waits for longer is told. */
const MOST_WAIT_MS = 5_000;
/** For so long no more connections are asked for than there are: each that is refused costs PostgreSQL a process. */
const CONTENT_FOR_MS = 2_000;

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (destroy?: boolean | Error) => void,
) => void;

/**
 * A pool that makes do with the connections that it has when PostgreSQL has no more for it: who needs one waits, as when
 * the pool has opened all of its own, until one is given back. pg's pool fails at once, and a key press with it.
 */
export class PatientPool extends pg.Pool {
  readonly #most = this.options.max;
  #open = 0;
  #content: NodeJS.Timeout | undefined;

  constructor(options: pg.PoolConfig) {
    super(options);
    this.on('connect', () => (this.#open += 1));
    this.on('remove', () => (this.#open = Math.max(0, this.#open - 1)));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    const found = this.#patiently();
    if (callback === undefined) return found;
    found.then(
      (client) => callback(undefined, client, (destroy) => client.release(destroy)),
      (error: Error) => callback(error, undefined, () => undefined),
    );
  }

  async #patiently(): Promise<pg.PoolClient> {
    const until = performance.now() + MOST_WAIT_MS;
    for (;;) {
      try {
        return await super.connect();
      } catch (error) {
        if (!hasNoneLeft(error) || performance.now() >= until || this.ending) throw error;
        this.#makeDo();
        await sleep(LOOK_AGAIN_MS);
      }
    }
  }

  #makeDo(): void {
    this.options.max = Math.max(1, this.#open);
    clearTimeout(this.#content);
    this.#content = setTimeout(() => (this.options.max = this.#most), CONTENT_FOR_MS).unref();
  }
}

function hasNoneLeft(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === TOO_MANY_CONNECTIONS;
}
