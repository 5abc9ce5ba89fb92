import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
    // Cleo has a seat of her own: two are fewer than three.
    ...['--reason', 'Two do for once'],
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

test(
  'a calendar of leave is imported; what it would leave open is listed and needs a reason',
  { timeout: 120_000 },
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'leave-'));
    const file = path.join(folder, 'sal.ics');
    const date = (days: number) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
    const lines = [
      ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:course'],
      ...[`DTSTART;VALUE=DATE:${date(10)}`, `DTEND;VALUE=DATE:${date(11)}`, 'END:VEVENT', 'END:VCALENDAR'],
    ];
    const imports = (text: string, ...more: string[]) => {
      writeFileSync(file, text);
      return run('import-leave', file, '--desk', 'dino', '--person', 'sal', ...more);
    };
    try {
      const broken = imports(lines.slice(0, -1).join('\n'));
      expect(broken).toMatchObject({ status: 2, stderr: expect.stringContaining('Line 1: BEGIN') as string });
      const refused = imports(lines.join('\n'));
      expect(refused.status).toBe(2);
      expect(refused.stderr).toMatch(
        /would leave these hours open\.\n {2}dino, \w{3} [\d-]+ 00:00 to \w{3} [\d-]+ 00:00: nobody is on duty as sales\n/,
      );
      expect(refused.stderr).toContain('--reason');
      expect(imports(lines.join('\n'), '--reason', 'A course', '--by', 'Sue')).toMatchObject({
        status: 0,
        stdout: 'Leave from the calendar: 1 new, 0 changed, 0 gone, 0 as before.\n',
      });
      expect(run('--desk', 'dino').stdout).toMatch(
        /Left open by Sue: dino, .*: nobody is on duty as sales: A course/,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
