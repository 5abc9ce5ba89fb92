import { chmodSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrate, openDatabase, startEmbedded, urlOf } from '../../src/database/index.ts';
import { makeMemoryFolder } from './memory-folder.ts';

/** A real PostgreSQL for simulated worlds, one after another. */
export interface SimulationServer {
  /** The address of the one database, migrated. */
  readonly url: string;
  /** Makes the database as empty as a new one. Nobody may be using it. */
  empty(): Promise<void>;
  /** A connection as good as new. */
  lease(): Promise<pg.Client>;
  /** Keeps it for the next who asks: for one of the same world only when all that it holds was discarded. */
  giveBack(client: pg.Client): void;
  /** Ends server processes and waits until they are gone: what they had not committed is undone, their locks are free. */
  terminate(pids: readonly number[]): Promise<void>;
  /** Whether the server process waits for a lock that another holds. */
  waitsForLock(pid: number): Promise<boolean>;
  stop(): Promise<void>;
}

const DATABASE = 'simulation';
const GONE_POLL_MS = 2;

/** Whoever waits in a circle does not: the server finds it at once and refuses one of them. */
const WAITS = `
  WITH RECURSIVE blocker (pid) AS (
    SELECT unnest(pg_blocking_pids($1)) UNION SELECT unnest(pg_blocking_pids(pid)) FROM blocker)
  SELECT count(*) > 0 AND NOT bool_or(pid = $1) AS waits FROM blocker`;

export async function startSimulationServer(): Promise<SimulationServer> {
  const folder = makeMemoryFolder('afterhours-simulation-');
  // As root the server runs as another user, who must be able to come to its own folder below.
  chmodSync(folder, 0o711);
  const server = await startEmbedded(folder, { durable: false });
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  // Nothing may happen in the server by its own clock: no vacuum, and a deadlock is seen by whoever closes the circle.
  for (const setting of [
    'autovacuum = off',
    "deadlock_timeout = '1ms'",
    'max_parallel_workers_per_gather = 0',
  ]) {
    await admin.query(`ALTER SYSTEM SET ${setting}`);
  }
  await admin.query('SELECT pg_reload_conf()');
  await admin.query(`CREATE DATABASE ${DATABASE}`);
  const url = urlOf(server.url, DATABASE);
  const database = openDatabase(url, { maxConnections: 1 });
  await migrate(database.pool);
  const spare: pg.Client[] = [];
  return {
    url,
    empty: async () => {
      // The last world's engines would still seem to live: their locks are those of a connection, not of a process.
      await Promise.all(spare.map((client) => client.query('DISCARD ALL')));
      await database.pool.query(await emptyingStatement(database.pool));
    },
    lease: async () => {
      const kept = spare.pop();
      if (kept) return kept;
      const client = new pg.Client({ connectionString: url, pipeline: true });
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
    giveBack: (client) => {
      client.removeAllListeners('notification');
      forgetPrepared(client);
      spare.push(client);
    },
    terminate: async (pids) => {
      if (pids.length === 0) return;
      await admin.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [pids]);
      const left = {
        name: 'left',
        text: 'SELECT 1 FROM pg_stat_activity WHERE pid = ANY($1)',
        values: [pids],
      };
      while ((await admin.query(left)).rowCount) await sleep(GONE_POLL_MS);
    },
    waitsForLock: async (pid) => {
      const { rows } = await admin.query<{ waits: boolean }>({
        name: 'waits',
        text: WAITS,
        values: [pid],
      });
      return rows[0]?.waits === true;
    },
    stop: async () => {
      await Promise.all(spare.map((client) => client.end()));
      await database.close();
      await admin.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Truncated tables are new files: rows lie in them as in a new database, so that a seed repeats itself exactly. */
async function emptyingStatement(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ tables: string; sequences: string | null }>(
    `SELECT (SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables WHERE schemaname = 'public') AS tables,
       (SELECT string_agg(format('ALTER SEQUENCE %I RESTART;', sequencename), ' ') FROM pg_sequences WHERE schemaname = 'public') AS sequences`,
  );
  // Receipts may not be truncated either; that rule sleeps here.
  return `SET session_replication_role = replica; TRUNCATE ${rows[0]!.tables} RESTART IDENTITY CASCADE; ${rows[0]!.sequences ?? ''} RESET session_replication_role`;
}

/** `pg` remembers which statements a connection has prepared; DISCARD ALL has made the server forget them. */
function forgetPrepared(client: pg.Client): void {
  (client as unknown as { connection: { parsedStatements: object } }).connection.parsedStatements = {};
}
