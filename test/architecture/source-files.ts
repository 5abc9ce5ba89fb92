import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/** Path from the repository's root to text. */
export type SourceFiles = ReadonlyMap<string, string>;

/** Every TypeScript file that belongs to the repository, new ones included, ignored ones not. */
export function readSourceFiles(): SourceFiles {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'],
    {
      encoding: 'utf8',
    },
  );
  const names = listed.split('\n').filter((name) => name !== '' && fs.existsSync(name));
  return new Map(names.map((name) => [name, fs.readFileSync(name, 'utf8')]));
}

/** Tests, and what only tests use. */
export function isTest(name: string): boolean {
  return /\.(test|fixture|test-support)\.tsx?$/.test(name) || /^(test|phones\/testing)\//.test(name);
}
