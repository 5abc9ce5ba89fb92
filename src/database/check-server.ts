import pg from 'pg';
import { addressOf, explainConnectionFault } from './connection-fault.ts';
import { DatabaseUnusableError } from './fault.ts';

const oldestMajor = 15;
const timeoutMs = 5_000;
/** A proxy with several server connections may give us the same one again by chance; not so often. */
const rounds = 5;

/**
 * Makes sure, at start, that `url` is a PostgreSQL that we can work with: new enough, writable, and reached directly
 * or through a proxy that keeps one server session per connection. The engine's LISTEN and its locks live in the session.
 * @throws DatabaseUnusableError that says what is wrong and how to mend it.
 */
export async function checkServer(url: string): Promise<void> {
  const { session, other } = newClients(url);
  try {
    await session.connect();
    await other.connect();
    await checkVersionAndWriting(url, session);
    for (let round = 0; round < rounds; round += 1) await checkSessionStays(url, session, other);
  } catch (error) {
    throw error instanceof DatabaseUnusableError ? error : explainConnectionFault(url, error);
  } finally {
    await Promise.allSettled([session.end(), other.end()]);
  }
}

/** The files of certificates that an address names are read here, before anything is connected. */
function newClients(url: string): { session: pg.Client; other: pg.Client } {
  try {
    return { session: newClient(url), other: newClient(url) };
  } catch (error) {
    throw explainConnectionFault(url, error);
  }
}

function newClient(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
  });
  client.on('error', () => undefined); // the statement under way fails and tells
  return client;
}

async function checkVersionAndWriting(url: string, session: pg.Client): Promise<void> {
  const answer = await session.query<{ version: string; read_only: boolean }>(
    `SELECT current_setting('server_version_num') AS version,
            pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean AS read_only`,
  );
  const row = answer.rows[0];
  const major = Math.floor(Number(row?.version) / 10_000);
  if (major < oldestMajor) {
    throw new DatabaseUnusableError(
      `the database at ${addressOf(url)} is PostgreSQL ${major}: ${oldestMajor} or newer is needed`,
    );
  }
  if (row?.read_only === true) {
    throw new DatabaseUnusableError(
      `the database at ${addressOf(url)} is read-only, such as a replica: give DATABASE_URL the address of the primary`,
    );
  }
}

/** While `other` holds the server session that answered `session` last, a proxy that pools by transaction must give another. */
async function checkSessionStays(url: string, session: pg.Client, other: pg.Client): Promise<void> {
  const before = await backendPid(session);
  await other.query('BEGIN');
  try {
    await backendPid(other);
    const after = await backendPid(session).catch(() => undefined); // a pool of one: nothing is left for us
    if (before === after) return;
  } finally {
    await other.query('ROLLBACK');
  }
  throw new DatabaseUnusableError(
    `the database at ${addressOf(url)} is behind a proxy that pools by transaction (PgBouncer, a "pooler" address): ` +
      'LISTEN and session locks are lost there, and pages would come late. ' +
      'Give DATABASE_URL the direct address of PostgreSQL, or a pool in session mode.',
  );
}

async function backendPid(client: pg.Client): Promise<number | undefined> {
  const answer = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return answer.rows[0]?.pid;
}
