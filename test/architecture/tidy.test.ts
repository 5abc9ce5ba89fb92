import { describe, expect, it } from 'vitest';
import { readSourceFiles, type SourceFiles } from './source-files.ts';

const maxLines = 400;
const emptyWords = /(^|[/.-])(utils?|helpers?|managers?|commons?|misc)([/.-]|$)/i;
/** A test that is narrowed, skipped, promised or expected to fail. In pieces, so that this file does not name one. */
const weakened = new RegExp(String.raw`\b(it|test|describe)(\.\w+)*\.` + `(only|skip|todo|fails)\\b`);

function findUntidy(files: SourceFiles): string[] {
  return [...files].flatMap(([name, text]) => {
    const lines = text.split('\n').length - 1;
    const found: string[] = [];
    if (lines > maxLines) found.push(`${name}: ${lines} lines; split it, ${maxLines} is the most`);
    if (emptyWords.test(name)) found.push(`${name}: its name says nothing of what is in it`);
    if (weakened.test(text)) found.push(`${name}: ${weakened.exec(text)?.[0]} weakens the tests`);
    return found;
  });
}

describe('the source', () => {
  it('has small files with telling names, and whole tests', () => {
    const files = readSourceFiles();
    expect(files.size).toBeGreaterThan(100);
    expect(findUntidy(files)).toEqual([]);
  });

  it('would be found untidy otherwise', () => {
    const files = new Map([
      ['src/a/helpers.ts', ''],
      ['src/b.ts', '\n'.repeat(401)],
      ['src/c.test.ts', ['it', 'only'].join('.')],
      ['src/common-ground/fine.ts', ''],
      ['src/time-utils/d.ts', ''],
    ]);
    expect(findUntidy(files).map((line) => line.split(':')[0])).toEqual([
      'src/a/helpers.ts',
      'src/b.ts',
      'src/c.test.ts',
      'src/common-ground/fine.ts',
      'src/time-utils/d.ts',
    ]);
  });
});
