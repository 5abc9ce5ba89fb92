import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** PostgreSQL, the database or the role has no connection left. */
const TOO_MANY_CONNECTIONS = '53300';
const LOOK_AGAIN_MS = 50;
/** Whoever waits for longer is told, while a caller can still be told in time. */
const MOST_WAIT_MS = 5_000;

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (destroy?: boolean | Error) => void,
) => void;

/**
 * A pool that waits when PostgreSQL has no connection left for it, as it does when it has opened all of its own: one of
 * ours, or of another process, is given back in a moment. pg's pool fails at once, and a key press with it.
 */
export class PatientPool extends pg.Pool {
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
    for (let waitedMs = 0; ; waitedMs += LOOK_AGAIN_MS) {
      try {
        return await super.connect();
      } catch (error) {
        if (!hasNoneLeft(error) || waitedMs >= MOST_WAIT_MS || this.ending) throw error;
        await sleep(LOOK_AGAIN_MS);
      }
    }
  }
}

function hasNoneLeft(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === TOO_MANY_CONNECTIONS;
}
