import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import type { Pool, PoolClient } from 'pg';
import { DatabaseUnusableError } from './fault.ts';
import { checkJournal, countUnknown, type Journal } from './journal.ts';

/** The database and this program do not fit together. */
class MigrationError extends DatabaseUnusableError {
  override readonly name = 'MigrationError';
}

/** Taken while migrating; any number that nothing else of ours locks. */
const migrationLock = 4_747_001;

/**
 * Brings the database's tables up to this program's. Several processes may start at once: one works, the others wait.
 * @throws MigrationError when the database is newer than this program, or the migrations' folder is faulty.
 */
export async function migrate(pool: Pool, folder: string = migrationsFolder()): Promise<void> {
  const journal = readJournal(folder);
  const client = await pool.connect();
  try {
    await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0');
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await refuseNewer(client, journal);
    // The service's own role may make nothing, and the migrator makes its schema before it looks.
    const applied = new Set(await readApplied(client));
    if (journal.entries.every((entry) => applied.has(entry.when))) return;
    await applyMigrations(drizzle(client), { migrationsFolder: folder });
  } finally {
    client.release(true); // closing the session gives the lock back and forgets the settings
  }
}

/** True when every migration of this program is in the database. */
export async function isMigrated(pool: Pool, folder: string = migrationsFolder()): Promise<boolean> {
  const applied = new Set(await readApplied(pool));
  return readJournal(folder).entries.every((entry) => applied.has(entry.when));
}

async function refuseNewer(client: PoolClient, journal: Journal): Promise<void> {
  const unknown = countUnknown(journal, await readApplied(client));
  if (unknown === 0) return;
  throw new MigrationError(
    `the database is newer than this program: it has ${unknown} migration(s) that this version does not know. ` +
      'Start the version that made them or a later one, or restore a backup from before.',
  );
}

async function readApplied(connection: Pick<PoolClient, 'query'>): Promise<number[]> {
  const table = await connection.query<{ exists: boolean }>(
    `SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS exists`,
  );
  if (table.rows[0]?.exists !== true) return [];
  const applied = await connection.query<{ created_at: string }>(
    'SELECT created_at FROM drizzle.__drizzle_migrations',
  );
  return applied.rows.map((row) => Number(row.created_at));
}

function readJournal(folder: string): Journal {
  const journal = JSON.parse(fs.readFileSync(path.join(folder, 'meta', '_journal.json'), 'utf8')) as Journal;
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.sql'));
  const faults = checkJournal(journal, files);
  if (faults.length > 0) throw new MigrationError(`faulty migrations in ${folder}: ${faults.join('; ')}`);
  return journal;
}

/** drizzle/ of this repository, wherever the bundle puts this file: the nearest one above. */
function migrationsFolder(): string {
  for (let at = path.dirname(fileURLToPath(import.meta.url)); ; at = path.dirname(at)) {
    const folder = path.join(at, 'drizzle');
    if (fs.existsSync(path.join(folder, 'meta', '_journal.json'))) return folder;
    if (at === path.dirname(at))
      throw new MigrationError('the folder drizzle/ is missing from this installation');
  }
}
