import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './embedded/binaries.ts';
import { EmbeddedDatabaseError } from './embedded/fault.ts';
import { initialise } from './embedded/initialise.ts';
import { launch, stopServer, type Launched } from './embedded/launch.ts';
import { preparePlace, type Place } from './embedded/place.ts';
import { postgresRuns, readPostmaster } from './embedded/postmaster.ts';
import { readLivingRecord, removeRecord, writeRecord, type ServerRecord } from './embedded/record.ts';
import { launchOnWindows } from './embedded/windows.ts';

/** A real PostgreSQL that came with npm, on a folder of ours: for trying and testing, not for production. */
export interface EmbeddedServer {
  /** Connection URL of its `postgres` database. */
  readonly url: string;
  /** True when this process started it; a joined server belongs to another process and goes with that one. */
  readonly owner: boolean;
  /** Where its files are; not `dir` when the server's account cannot enter that. */
  readonly home: string;
  /** Stops the server and returns when it is gone; does nothing for a joined one. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** False only in tests: faster, and a power cut may lose everything. */
  readonly durable?: boolean;
}

const pollMs = 20;
/** How long a server may outlive the process that started it, before it is taken for an orphan and stopped. */
const orphanGraceMs = 3_000;
const maxSettleMs = 120_000;

/**
 * Starts the server whose files are in `dir`, as its only owner.
 * @throws EmbeddedDatabaseError when another process runs it already, or it cannot start.
 */
export async function startEmbedded(dir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const server = await startOrJoin(dir, options);
  if (server.owner) return server;
  throw new EmbeddedDatabaseError(
    `already running here: process ${server.ownerPid} uses the database in ${dir}. ` +
      'Stop it, or set DATA_DIR to another folder (and PORT to another port).',
  );
}

/** Starts the server whose files are in `dir`, or joins it where another process runs it already. */
export async function startOrJoin(
  dir: string,
  { durable = true }: EmbeddedOptions = {},
): Promise<EmbeddedServer & { readonly ownerPid: number }> {
  const place = preparePlace(dir);
  const binaries = findBinaries(place);
  for (;;) {
    const running = await settle(place);
    if (running !== undefined) return joined(place, running);
    let launched: Launched | undefined;
    if (process.platform === 'win32') {
      launched = await launchOnWindows(place, binaries, durable);
    } else {
      initialise(place, binaries, durable);
      launched = await launch(place, binaries, durable);
    }
    if (launched !== undefined) return owned(place, launched);
  }
}

function joined(place: Place, { url, ownerPid }: ServerRecord): EmbeddedServer & { ownerPid: number } {
  return {
    url: urlOf(url, 'postgres'),
    owner: false,
    ownerPid,
    home: place.home,
    stop: async () => undefined,
  };
}

function owned(place: Place, launched: Launched): EmbeddedServer & { ownerPid: number } {
  writeRecord(place.dir, { ownerPid: process.pid, url: launched.url });
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await launched.stop();
    removeRecord(place.dir);
  };
  return {
    url: urlOf(launched.url, 'postgres'),
    owner: true,
    ownerPid: process.pid,
    home: place.home,
    stop: () => (stopping ??= stop()),
  };
}

/**
 * Waits until it is plain that nobody runs the server (undefined) or that somebody alive does. Between the two lie a
 * server that is starting, one that ends because its owner was just killed, and an orphan whose watchdog was killed too.
 */
async function settle(place: Place): Promise<ServerRecord | undefined> {
  let ownerlessMs = 0;
  for (let waitedMs = 0; waitedMs < maxSettleMs; waitedMs += pollMs) {
    const postmaster = readPostmaster(place.data);
    if (postmaster === undefined || !postgresRuns(postmaster.pid)) return undefined;
    if (postmaster.status === 'ready') {
      const record = readLivingRecord(place.dir);
      if (record !== undefined) return record;
      ownerlessMs += pollMs;
      if (ownerlessMs > orphanGraceMs) await stopServer(postmaster.pid);
    }
    await sleep(pollMs);
  }
  throw new EmbeddedDatabaseError(
    `a PostgreSQL server on ${place.data} neither gets ready nor ends; see ${place.logFile}`,
  );
}

/** The same server, another database. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
