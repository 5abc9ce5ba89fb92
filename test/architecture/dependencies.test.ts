import fs from 'node:fs';
import { expect, it } from 'vitest';
import { isTest, readSourceFiles } from './source-files.ts';

/** The packages that no text names as something to take: `zod`, or a file below it. */
function nobodyTakes(packages: readonly string[], texts: readonly string[]): string[] {
  return packages.filter((name) => {
    const named = new RegExp(`['"]${name}(/[^'"]*)?['"]`);
    return !texts.some((text) => named.test(text));
  });
}

it('installs no package where the service runs that the service does not take', () => {
  const { dependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const sources = [...readSourceFiles()].filter(([name]) => !isTest(name)).map(([, text]) => text);
  const build = fs.readFileSync('build.mjs', 'utf8');
  expect(nobodyTakes(Object.keys(dependencies), [...sources, build])).toEqual([]);
});

it('would find one that nobody takes', () => {
  expect(nobodyTakes(['pg', '@a/b', 'yaml'], [`import pg from 'pg'`, `import('@a/b/c.js')`])).toEqual([
    'yaml',
  ]);
});
