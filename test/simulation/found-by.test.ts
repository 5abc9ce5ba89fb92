import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { invariantsOf } from '../../simulation/invariants/index.ts';
import { mutations } from '../../simulation/mutations/index.ts';
import { projectRoot } from '../../src/config/index.ts';
import { FOUND_BY } from './found-by.ts';

it('every deliberate fault has a seed that finds it, and an invariant that it breaks', () => {
  expect(Object.keys(FOUND_BY)).toEqual(mutations.map(({ name }) => name));
  const invariants = invariantsOf(() => 0).map(({ name }) => name);
  for (const { invariant } of Object.values(FOUND_BY)) expect(invariants).toContain(invariant);
});

it('docs/RELIABILITY.md names the same', () => {
  const text = readFileSync(path.join(projectRoot(), 'docs/RELIABILITY.md'), 'utf8');
  const table = text.slice(text.indexOf('| deliberate fault |'), text.indexOf('## Watchdog'));
  const rows = [...table.matchAll(/^\| (.+?) \| (\d+) \| (.+?) \|$/gm)].map(([, name, seed, invariant]) => [
    name,
    { seed: Number(seed), invariant },
  ]);
  expect(rows).toEqual(Object.entries(FOUND_BY));
});
