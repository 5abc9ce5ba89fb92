import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programOf } from '../../test/support/programs.ts';
import { dinoText } from './dino.fixture.ts';

function run(...args: string[]): { status: number | null; output: string } {
  const { status, stdout } = spawnSync(process.execPath, [programOf('check-scripts'), ...args], {
    encoding: 'utf8',
    cwd: join(import.meta.dirname, '../..'),
  });
  return { status, output: stdout };
}

test('the shipped scripts have no fault', () => {
  expect(run()).toMatchObject({ status: 0, output: expect.stringContaining('No faults: dino') as string });
});

test('each fault is a line, and the exit status is 1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scripts-'));
  writeFileSync(join(folder, 'dino.yaml'), dinoText.replace('sms_rounds', 'sms_round'));
  const { status, output } = run(folder);
  expect(status).toBe(1);
  expect(output).toMatch(
    /dino\.yaml:\d+:5: Unknown key "sms_round" .* Did you mean "sms_rounds"\?\n1 fault\.\n$/,
  );
});

test('an option that does not exist shows the usage', () => {
  expect(run('--fix')).toMatchObject({ status: 2, output: expect.stringMatching(/^Usage: /) as string });
});
