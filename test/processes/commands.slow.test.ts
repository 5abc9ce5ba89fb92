import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { programOf } from '../support/programs.ts';

const root = join(import.meta.dirname, '../..');
/** Beside the simulation's worlds a start of a process can take long. */
const limitMs = 90_000;
const dataDir = join(mkdtempSync(join(tmpdir(), 'commands-')), 'data');
afterAll(() => rmSync(join(dataDir, '..'), { recursive: true }));

/** Every command of package.json that is a program of ours, and that program. */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const commands = Object.entries(scripts).flatMap(([name, line]) => {
  const program = /dist\/([\w-]+)\.js$/.exec(line)?.[1];
  return program === undefined ? [] : [[name, program] as const];
});

function run(program: string, arg: string) {
  // A command that does its work instead leaves its data, or is ended by the limit.
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '1' };
  const options = { cwd: root, timeout: 60_000, env };
  return new Promise<{ status: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [programOf(program), arg], options, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

it('the table has the commands of the README', () => {
  const names = [
    'start',
    'demo',
    'pictures',
    'import',
    'check-scripts',
    'duty',
    'sweep',
    'what-if',
    'connect',
    'fail-open',
  ];
  expect(commands.map(([name]) => name)).toEqual([...names, 'bench', 'simulate', 'fuzz', 'chaos']);
});

describe.each(commands)('npm run %s', (name, program) => {
  const usage = new RegExp(`^Usage: npm (run )?${name}\\b`);

  it.concurrent(
    'answers --help with its usage, and does nothing else',
    async ({ expect }) => {
      const { status, stdout, stderr } = await run(program, '--help');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(usage);
    },
    limitMs,
  );

  it.concurrent(
    'refuses an option that there is not in one line, and shows its usage',
    async ({ expect }) => {
      const { status, stdout, stderr } = await run(program, '--no-such-option');
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      const [fault, ...rest] = stderr.split('\n');
      expect(fault).toBe("Unknown option '--no-such-option'.");
      expect(rest.join('\n')).toMatch(usage);
    },
    limitMs,
  );
});

it('none of them has begun its work', () => expect(existsSync(dataDir)).toBe(false));
