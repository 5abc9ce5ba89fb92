import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { OneWriteClient } from './one-write-client.ts';
import { PatientPool } from './patient-pool.ts';

/**
 * What a store runs its statements on: the database, or one transaction of it (see transaction).
 * Its builders are thenables that run only when awaited. `$client` is `pg` below it, for statements written by hand: in
 * a transaction that transaction's own connection.
 */
export type Database = NodePgDatabase & { readonly $client: Pick<pg.Pool | pg.ClientBase, 'query'> };

/** A database that this process has open. */
export interface OpenDatabase {
  readonly url: string;
  readonly db: Database;
  /** For what needs a connection of its own: LISTEN, session locks. */
  readonly pool: pg.Pool;
  /** Waits for the statements under way, then closes every connection. */
  close(): Promise<void>;
}

export interface PoolOptions {
  /** Most connections at a time, default 10. A PostgreSQL allows about 100 in all: count the processes. */
  readonly maxConnections?: number;
  /** Told when an idle connection breaks, as when the server restarts; the pool opens a new one by itself. */
  readonly onIdleError?: (error: Error) => void;
}

const connectTimeoutMs = 5_000;
/** Longer than any statement of ours should take; one that hangs must not hold a connection for ever. */
const statementTimeoutMs = 30_000;
const idleInTransactionTimeoutMs = 30_000;

/**
 * How PostgreSQL plans for these connections. What is asked at night concerns one case, through an index. Left to itself
 * the planner reads a table whole while it is small, and keeps that plan, the checks of foreign keys included, while the
 * table grows: after the first few hundred cases a key press spent four fifths of its database time so.
 */
const plannerOptions = '-c random_page_cost=1.1 -c enable_seqscan=off -c jit=off';

/** Opens a pool on `url`; connects only when the first statement asks. The caller closes it. */
export function openDatabase(url: string, options: PoolOptions = {}): OpenDatabase {
  const pool = new PatientPool({
    Client: OneWriteClient,
    connectionString: url,
    max: options.maxConnections ?? 10,
    application_name: 'afterhours',
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // Statements that do not wait for one another's results share a round trip: see transaction.
    pipeline: true,
    options: plannerOptions,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
  });
  // Without a listener the error of an idle connection would end the process.
  pool.on('error', options.onIdleError ?? (() => undefined));
  // So would that of a connection that somebody holds and asks nothing of just then: their next statement tells them.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return { url, db: drizzle(pool), pool, close: () => pool.end() };
}
