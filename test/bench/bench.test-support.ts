import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'vitest';

export const run = promisify(execFile);

export type PrintedLine = Record<string, unknown>;

/** What the bench prints of a measurement at its quickest. */
export async function benched(name: string): Promise<PrintedLine[]> {
  const { stdout } = await run(process.execPath, ['dist/bench.js', '--quick', name]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PrintedLine);
}

/** Every figure stands next to its floor and their ratio, for each of the subjects. */
export function expectFigures(lines: PrintedLine[], subjects: string[]): void {
  const names = lines.map((line) => String(line['name']));
  for (const subject of subjects) expect(names.some((of) => of.startsWith(subject))).toBe(true);
  for (const { name, figure, floor, ratio } of lines) {
    expect(figure, String(name)).toBeGreaterThan(0);
    expect(floor, String(name)).toBeGreaterThan(0);
    expect(ratio, String(name)).toBeCloseTo(Number(figure) / Number(floor), 0);
  }
}
