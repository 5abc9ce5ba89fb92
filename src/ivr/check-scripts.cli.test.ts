import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programOf } from '../../test/support/programs.ts';
import { dinoText } from './dino.fixture.ts';

function run(...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programOf('check-scripts'), ...args], {
    encoding: 'utf8',
    cwd: join(import.meta.dirname, '../..'),
  });
  return { status, output: stdout + stderr };
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

test('one folder is looked at, no second one', () => {
  const { status, output } = run('ivr-scripts', 'examples');
  expect(status).toBe(2);
  expect(output).toMatch(/^Name one folder, or none.*\nUsage: /);
});
