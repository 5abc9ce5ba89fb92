import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { openDatabase, urlOf, type OpenDatabase } from '../../src/database/index.ts';
import { serviceRole, templateDatabase } from './postgres.global.ts';

/** A migrated, empty database of this test file's own; `close` drops it. */
export type TestDatabase = OpenDatabase;

/**
 * Makes a database by copying the run's template, 25 to 280 ms. Call it in beforeAll (or beforeEach) and close it after.
 * NOTIFY and advisory locks are per database, so test files run side by side.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const answer = await fetch(inject('postgresOnDemandUrl'));
  const serverUrl = await answer.text();
  if (!answer.ok) throw new Error(`no database for the tests: ${serverUrl}`);
  const name = `test_${randomBytes(6).toString('hex')}`;
  // Plain file copies: a tenth of the default strategy's time on a small template.
  await maintain(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${templateDatabase} STRATEGY file_copy`);
  const database = openDatabase(urlOf(serverUrl, name));
  return {
    ...database,
    close: async () => {
      await database.close();
      await maintain(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** The same database as the service has it in production: with the rights that it needs and no others. */
export function asService(database: TestDatabase): OpenDatabase {
  const url = new URL(database.url);
  url.username = serviceRole;
  return openDatabase(url.href, { maxConnections: 4 });
}

async function maintain(serverUrl: string, statement: string): Promise<void> {
  const server = openDatabase(serverUrl, { maxConnections: 1 });
  try {
    await server.pool.query(statement);
  } finally {
    await server.close();
  }
}
