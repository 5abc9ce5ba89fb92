import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { programOf } from '../../test/support/programs.ts';
import { connectDatabase } from '../database/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
const dataDir = join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programOf('import'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, ...environment },
  });
  return { status, stdout, stderr };
}

test('imports while the service does not run, and while it does', async () => {
  const alone = run(['examples/people.yaml']);
  expect(alone).toMatchObject({ status: 0, stderr: '' });
  expect(alone.stdout).toContain('People: 6 added (Anna Alm, ');
  expect(alone.stdout).toMatch(/On duty: dino senior-technician +Anna Alm, Bo Berg, Cleo Carr\n/);

  const service = await connectDatabase({ kind: 'embedded', dataDir });
  try {
    expect(run(['examples/people.yaml']).stdout).toContain('People: 0 added, 0 changed, 6 unchanged');
    const people = await service.pool.query('SELECT count(*)::int AS count FROM person');
    expect(people.rows).toEqual([{ count: 6 }]);
  } finally {
    await service.close();
  }
});

test('shows each fault on a line of its own, and exits with 1', () => {
  const file = join(folder, 'people.yaml');
  writeFileSync(file, 'people:\n  - { key: anna, name: Anna, voice: 202 555 0111 }\nduty: { dyno: {} }\n');
  expect(run([file])).toEqual({
    status: 1,
    stdout: '',
    stderr:
      `${file}:2:37: "202 555 0111" in people.anna.voice is no telephone number in E.164 form. Did you mean "+12025550111"?\n` +
      `${file}:3:9: There is no desk "dyno". Did you mean "dino"?\n` +
      '2 faults; nothing is imported.\n',
  });
});

test('imports without checking desks when the scripts cannot be read, and says so', () => {
  const file = join(folder, 'desk.yaml');
  writeFileSync(file, 'duty: { new-desk: {} }\n');
  const { status, stderr } = run([file], { IVR_SCRIPTS: join(folder, 'nowhere') });
  expect(status).toBe(0);
  expect(stderr).toMatch(/^Desks are not checked.*There is no such folder\./);
});

test('says what is wrong with its arguments and settings, without a stack trace', () => {
  expect(run([])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^Name one file\.\nUsage: /) as string,
  });
  expect(run(['nowhere.yaml'])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^nowhere\.yaml: cannot be read: there is no such file\./) as string,
  });
  const database = run(['examples/people.yaml'], { DATABASE_URL: 'postgresql://127.0.0.1:1/calls' });
  expect(database.status).toBe(1);
  expect(database.stderr).toMatch(/^the database at 127\.0\.0\.1:1\/calls cannot be used: .*\n$/);
});
