import fs from 'node:fs';
import { expect, it } from 'vitest';
import { variableNames } from './variables.ts';

it('docs/CONFIGURATION.md describes the variables that the service reads, and no others', () => {
  const page = fs.readFileSync('docs/CONFIGURATION.md', 'utf8');
  const described = [...page.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell]) =>
    [...(cell ?? '').matchAll(/[A-Z][A-Z_]+/g)].map(([name]) => name),
  );
  expect(described.sort()).toEqual([...variableNames].sort());
});
