import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { EmbeddedDatabaseError } from './fault.ts';
import { superuser } from './initialise.ts';
import type { Place } from './place.ts';
import { postgresRuns, readPostmaster, removeStaleLocks } from './postmaster.ts';
import { serverArguments } from './server-settings.ts';
import { makeSocketFolder, removeSocketFolder, socketPort } from './socket-folder.ts';
import { watch } from './watchdog.ts';

/** A server that this process started. */
export interface Launched {
  readonly pid: number;
  /** Where clients find it, without a database name. */
  readonly url: string;
  /** Returns when the server is gone. */
  stop(): Promise<void>;
}

const maxLogBytes = 10_000_000;
const pollMs = 10;
/** Recovery after a power cut can take long; a server that neither ends nor gets ready for longer is stuck. */
const maxStartMs = 120_000;
const maxFastStopMs = 30_000;

/** Starts the server on a unix socket, no TCP port. Undefined: another start on the same data was faster. */
export async function launch(
  place: Place,
  binaries: Binaries,
  durable: boolean,
): Promise<Launched | undefined> {
  keepLogSmall(place.logFile);
  const socketFolder = makeSocketFolder(place);
  removeStaleLocks(place.data, socketFolder, socketPort);
  const logStart = sizeOf(place.logFile);
  const server = await watch(
    [
      path.join(binaries.folder, 'bin', 'postgres'),
      ...serverArguments(place.data, durable),
      ...['-k', socketFolder, '-c', 'listen_addresses='],
    ],
    place.logFile,
    place.account,
    place.home,
  );
  for (let waitedMs = 0; !isReady(place.data, server.pid); waitedMs += pollMs) {
    if (server.hasEnded() || waitedMs > maxStartMs) {
      server.release();
      removeSocketFolder(socketFolder, place);
      const other = readPostmaster(place.data);
      if (other !== undefined && other.pid !== server.pid && postgresRuns(other.pid)) return undefined;
      const log = fs.readFileSync(place.logFile).subarray(logStart).toString().trim().slice(-1500);
      throw new EmbeddedDatabaseError(`PostgreSQL did not start in ${place.home}. It said:\n${log}`);
    }
    await sleep(pollMs);
  }
  const stop = async (): Promise<void> => {
    server.release();
    await stopServer(server.pid);
    removeSocketFolder(socketFolder, place);
  };
  return { pid: server.pid, url: socketUrl(socketFolder), stop };
}

/** Ends the server `pid` at once but safely (a fast shutdown), and returns when it is gone. */
export async function stopServer(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  for (let waitedMs = 0; postgresRuns(pid); waitedMs += pollMs) {
    // SIGQUIT is PostgreSQL's immediate shutdown: nothing committed is lost, the next start recovers.
    if (waitedMs === maxFastStopMs) signal(pid, 'SIGQUIT');
    await sleep(pollMs);
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  if (!postgresRuns(pid)) return;
  try {
    process.kill(pid, name);
  } catch {
    // Gone in this instant.
  }
}

function isReady(dataFolder: string, pid: number): boolean {
  const postmaster = readPostmaster(dataFolder);
  return postmaster?.pid === pid && postmaster.status === 'ready';
}

/** A connection URL for a server on a unix socket: the folder stands in the query, where `pg` and libpq look for it. */
function socketUrl(socketFolder: string): string {
  return `postgresql://${superuser}@localhost:${socketPort}/?host=${encodeURIComponent(socketFolder)}`;
}

function keepLogSmall(logFile: string): void {
  if (sizeOf(logFile) > maxLogBytes) fs.renameSync(logFile, `${logFile}.old`);
}

function sizeOf(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
