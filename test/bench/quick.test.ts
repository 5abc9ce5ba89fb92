import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);

it('the bench prints every figure next to its floor and their ratio', async () => {
  if (!existsSync('dist/bench.js')) await run(process.execPath, ['build.mjs']);
  const { stdout } = await run(process.execPath, ['dist/bench.js', '--quick']);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const names = lines.map((line) => String(line['name']));
  for (const subject of ['start to ready', 'fan-out', 'webhook answer'])
    expect(names.some((name) => name.startsWith(subject))).toBe(true);
  for (const { name, figure, floor, ratio } of lines) {
    expect(figure, String(name)).toBeGreaterThan(0);
    expect(floor, String(name)).toBeGreaterThan(0);
    expect(ratio, String(name)).toBeCloseTo(Number(figure) / Number(floor), 0);
  }
}, 120_000);
