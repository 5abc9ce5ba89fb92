import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programOf } from '../../test/support/programs.ts';

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programOf('what-if'), ...args], {
    encoding: 'utf8',
    cwd: join(import.meta.dirname, '../..'),
    // No database and no account: whatever is set where the tests run, there is none here.
    env: { PATH: process.env['PATH'] },
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
