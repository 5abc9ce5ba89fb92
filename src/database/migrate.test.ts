import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { isMigrated, migrate } from './index.ts';

let database: TestDatabase;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'migrations-'));

beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query('DROP SCHEMA drizzle CASCADE');
});
afterAll(async () => {
  await database.close();
  fs.rmSync(folder, { recursive: true });
});

/** Writes a migrations' folder: SQL by tag. */
function writeMigrations(migrations: Record<string, string>): void {
  const entries = Object.keys(migrations).map((tag, idx) => ({
    idx,
    when: 1000 + idx,
    tag,
    breakpoints: true,
  }));
  fs.rmSync(folder, { recursive: true });
  fs.mkdirSync(path.join(folder, 'meta'), { recursive: true });
  for (const [tag, sql] of Object.entries(migrations)) fs.writeFileSync(path.join(folder, `${tag}.sql`), sql);
  fs.writeFileSync(path.join(folder, 'meta', '_journal.json'), JSON.stringify({ entries }));
}

describe('migrate', () => {
  const first = { '0000_colour': "CREATE TABLE colour (name text); INSERT INTO colour VALUES ('red');" };
  const second = { ...first, '0001_more': "INSERT INTO colour VALUES ('blue');" };

  it('runs each migration once, however many processes start at the same time', async () => {
    writeMigrations(first);
    expect(await isMigrated(database.pool, folder)).toBe(false);
    await Promise.all([1, 2, 3, 4].map(() => migrate(database.pool, folder)));
    const rows = await database.pool.query('SELECT name FROM colour');
    expect(rows.rows).toEqual([{ name: 'red' }]);
    expect(await isMigrated(database.pool, folder)).toBe(true);
  });

  it('applies only what is new', async () => {
    writeMigrations(second);
    expect(await isMigrated(database.pool, folder)).toBe(false);
    await migrate(database.pool, folder);
    const rows = await database.pool.query('SELECT name FROM colour ORDER BY name');
    expect(rows.rows).toEqual([{ name: 'blue' }, { name: 'red' }]);
  });

  it('refuses a database that a newer program has migrated', async () => {
    writeMigrations(first);
    await expect(migrate(database.pool, folder)).rejects.toThrow(
      /newer than this program: it has 1 migration/,
    );
  });

  it('leaves nothing behind when a migration fails', async () => {
    writeMigrations({ ...second, '0002_bad': 'CREATE TABLE half (x int); SELECT nonsense;' });
    await expect(migrate(database.pool, folder)).rejects.toThrow();
    const half = await database.pool.query(`SELECT to_regclass('half') AS name`);
    expect(half.rows).toEqual([{ name: null }]);
  });
});
