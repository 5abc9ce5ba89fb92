import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { connectDatabase, DatabaseUnusableError } from './index.ts';

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'connect-'));
const target = { kind: 'embedded', dataDir } as const;
afterAll(() => fs.rmSync(dataDir, { recursive: true }));

it('a service owns its embedded database, a tool shares it, and the tool leaves it running', async () => {
  const service = await connectDatabase(target);
  const tool = await connectDatabase(target, { mayJoin: true });
  await tool.pool.query(`INSERT INTO person (key, name) VALUES ('anna', 'Anna Alm')`);
  await tool.close();
  await expect(connectDatabase(target)).rejects.toThrow(DatabaseUnusableError);
  const people = await service.pool.query('SELECT name FROM person');
  expect(people.rows).toEqual([{ name: 'Anna Alm' }]);
  await service.close();
});

it('a tool alone starts the embedded database and stops it again', async () => {
  const tool = await connectDatabase(target, { mayJoin: true });
  const people = await tool.pool.query('SELECT name FROM person');
  expect(people.rows).toEqual([{ name: 'Anna Alm' }]);
  await tool.close();
  expect(fs.existsSync(path.join(dataDir, 'pgdata', 'postmaster.pid'))).toBe(false);
});
