import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../test/support/database.ts';
import { enrol, nordicPeople } from '../../test/support/people.ts';
import { programOf } from '../../test/support/programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'what-if-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => runWith({}, ...args);

function runWith(
  more: Record<string, string>,
  ...args: string[]
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programOf('what-if'), ...args], {
    encoding: 'utf8',
    cwd: join(import.meta.dirname, '../..'),
    // No database and no account: whatever is set where the tests run, there is none here.
    env: { PATH: process.env['PATH'], DATA_DIR: join(folder, 'none'), ...more },
  });
  return { status, stdout, stderr };
}

test('says what a caller of severity 1 hears at night, and whom the desk pages', () => {
  const { status, stdout } = run('--desk', 'dino', '--at', '2026-12-24T02:00', '--press', '1');
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^Desk dino \(Dino-Software\), Thu 2026-12-24 02:00 \(UTC-05:00\) in America\/New_York\.\n/,
  );
  expect(stdout).toContain('The office is closed: on a Thursday its hours are 09:00-17:00.');
  expect(stdout).toContain('"4 people are being called and texted now."');
  expect(stdout).toContain('02:02 round 3: 3 senior-technician, 1 sales, 1 supervisor, by sms and voice');
  expect(stdout).toContain('Names are left out');
});

test('prints JSON alone when asked to', () => {
  const { status, stdout } = run('--desk', 'dino', '--at', '2026-12-24T07:00Z', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ at: '2026-12-24T02:00:00-05:00', case: null, pagings: [] });
});

test('names who is rung by a people file', () => {
  const at = ['--desk', 'dvnordic', '--at', '2026-12-24T02:00'];
  const { status, stdout } = run(...at, '--people', 'examples/dvnordic.yaml');
  expect(status).toBe(0);
  expect(stdout).toContain('The office is closed: 2026-12-24 is Christmas Eve, and nothing opens.');
  expect(stdout).toMatch(/02:00 round 1: \S.*, operator, by voice/);
  expect(stdout).toContain('Whoever answers cannot hand the caller on to supporten: the office is closed.');
  expect(stdout).not.toContain('Names are left out');
  expect(run(...at, '--people', 'nobody.yaml')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('nobody.yaml: cannot be read: there is no such file') as string,
  });
});

test('names who is rung by the database, and heeds dates that were set in the console', async () => {
  const database = await createTestDatabase();
  try {
    await enrol(database.pool, nordicPeople);
    await database.pool.query(
      `INSERT INTO own_hours (id, desk, date, spans, why, set_by, set_at)
       VALUES (gen_random_uuid(), 'dvnordic', '2026-12-22', '{}', 'Flytt', 'Eva', '2026-12-01')`,
    );
    const at = ['--desk', 'dvnordic', '--at', '2026-12-22T10:00'];
    const asked = runWith({ DATABASE_URL: database.url }, ...at);
    expect(asked.stdout).toContain('closed: 2026-12-22 is an exception, and nothing opens (Flytt).');
    expect(asked.stdout).toContain('10:00 round 1: Ulla Ek, operator, by voice (by the duty list)');
    expect(asked.stdout).toContain('10:00:30 round 2: Växel Nord, operator, by voice (by the duty list)');
    const alone = runWith({ DATABASE_URL: database.url }, ...at, '--script-alone');
    expect(alone.stdout).toContain('The office is open');
    expect(alone.stdout).toContain('Names are left out');
  } finally {
    await database.close();
  }
});

test.each([
  [['--desk', 'dion', '--at', '2026-12-24T02:00'], 'There is no desk "dion". Did you mean "dino"?'],
  [
    ['--desk', 'acme-support', '--at', '2026-12-24T02:00'],
    'There is no desk "acme-support". Known here: dino, dvnordic.',
  ],
  [['--desk', 'dino', '--at', 'noon'], '--at noon is no time: write a time such as 2026-12-24T02:00'],
  [['--desk', 'dino', '--at', '2026-12-24T02:00', '--press', 'one'], '--press "one": write keys 0 to 9'],
  [['--desk', 'dino'], '--at is missing'],
])('%j is refused with exit status 2: %s', (args, words) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(words);
});
