import { describe, expect, it } from 'vitest';
import { findDeadCode } from './dead-code.ts';
import { readSourceFiles } from './source-files.ts';

const find = (files: Record<string, string>): string[] => findDeadCode(new Map(Object.entries(files)));

describe('dead code', () => {
  it('is not in this repository', () => {
    expect(findDeadCode(readSourceFiles())).toEqual([]);
  });

  it('is a value or a file that nobody imports', () => {
    const dead = find({
      'src/main.ts': `import { used } from './a.ts'; used();`,
      'src/a.ts': 'export const used = 1; export function unused() {}',
      'src/b.ts': 'console.log(1)',
    });
    expect(dead).toEqual(['src/a.ts: nobody imports unused', 'src/b.ts: no file imports it']);
  });

  it('is what only a test uses, but not what a test tries and the file itself uses', () => {
    const dead = find({
      'src/main.ts': `import { run } from './a.ts'; run();`,
      'src/a.ts': 'export const step = 1; export const extra = 2; export const run = () => step;',
      'src/a.test.ts': `import { extra, step } from './a.ts';`,
    });
    expect(dead).toEqual(['src/a.ts: only tests use extra']);
  });

  it('is a name that a door offers and nobody takes', () => {
    const dead = find({
      'src/main.ts': `import { taken } from './x/index.ts'; taken();`,
      'src/x/index.ts': `export { taken, left, type Shape } from './y.ts';`,
      'src/x/y.ts': 'export const taken = 1, left = 2; export interface Shape {}',
    });
    expect(dead).toEqual(['src/x/index.ts: nobody imports left']);
  });

  it('is not what is taken as a whole, by a dynamic import, or by another name', () => {
    const dead = find({
      'src/main.ts': `import * as all from './a.ts'; await import('./b.ts'); import { c as d } from './c.ts';`,
      'src/a.ts': 'export const a = 1;',
      'src/b.ts': 'export default class {}',
      'src/c.ts': 'const e = 1; export { e as c };',
    });
    expect(dead).toEqual([]);
  });
});
