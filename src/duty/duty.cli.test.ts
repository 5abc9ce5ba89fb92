import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { dinoPeople, enrol } from '../../test/support/people.ts';
import { programOf } from '../../test/support/programs.ts';
import { layerOf, schedule, seatsOf } from '../../test/support/schedules.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await enrol(database.pool, dinoPeople);
  await schedule(database.pool, 'sales', seatsOf([layerOf(['sal'])]));
});
afterAll(() => database.close());

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programOf('duty'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], DATABASE_URL: database.url },
  });
  return { status, stdout, stderr };
}

test('shows who is on duty and why, after a change with the change', () => {
  const stretch = ['--from', '2026-01-01', '--to', '2099-01-01', '--why', 'On a course'];
  const made = run(
    'override',
    '--desk',
    'dino',
    '--role',
    'senior-technician',
    '--instead-of',
    'anna',
    '--person',
    'cleo',
    ...stretch,
  );
  expect(made).toMatchObject({ status: 0, stderr: '' });
  const { status, stdout } = run('--desk', 'dino');
  expect(status).toBe(0);
  expect(stdout).toContain('sales seat 1: Sal Stone (rota)');
  expect(stdout).toContain('senior-technician 2: Bo Berg (duty list)');
  expect(stdout).toMatch(/senior-technician 1: Cleo Carr \(override [0-9a-f-]{36}\)/);
  expect(stdout).toMatch(/Override [0-9a-f-]{36}: Cleo Carr as senior-technician, .*: On a course/);
});

test('refuses with exit status 2, and says how to mend it', () => {
  const { status, stderr } = run(
    'override',
    '--desk',
    'dino',
    '--role',
    'sales',
    '--person',
    'sal',
    '--from',
    'noon',
  );
  expect(status).toBe(2);
  expect(stderr).toContain('--to is missing.\n--why is missing.');
  const swap = run('grant', 'x', '--desk', 'dino');
  expect(swap).toMatchObject({ status: 2, stderr: expect.stringContaining('No swap x waits') as string });
});
