import fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbedded, type EmbeddedServer } from '../src/database/index.ts';

/** A real PostgreSQL, with fsync, that can be made to crash. */
export interface ChaosPostgres {
  /** The owner's address; the same after every start. */
  readonly url: string;
  /** An immediate shutdown: sessions are cut, and the next start recovers from the log. */
  crash(): Promise<void>;
  /** Starts it unless it runs, again and again until it does. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const pollMs = 20;
const startAgainAfterMs = 500;

export async function startPostgres(folder: string): Promise<ChaosPostgres> {
  let server: EmbeddedServer = await startEmbedded(folder);
  const { url, home } = server;
  const pid = () => {
    try {
      return Number(fs.readFileSync(join(home, 'pgdata', 'postmaster.pid'), 'utf8').split('\n')[0]);
    } catch {
      return undefined;
    }
  };
  return {
    url,
    crash: async () => {
      const postmaster = pid();
      if (postmaster !== undefined && runs(postmaster)) process.kill(postmaster, 'SIGQUIT');
      while (postmaster !== undefined && runs(postmaster)) await sleep(pollMs);
    },
    start: async () => {
      for (;;) {
        const postmaster = pid();
        if (postmaster !== undefined && runs(postmaster)) return;
        try {
          await server.stop();
          server = await startEmbedded(folder);
          if (server.url !== url) throw new Error(`the database has moved from ${url} to ${server.url}`);
          return;
        } catch (error) {
          if (!(error instanceof Error) || !/did not start/.test(error.message)) throw error;
          await sleep(startAgainAfterMs);
        }
      }
    },
    stop: () => server.stop(),
  };
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
