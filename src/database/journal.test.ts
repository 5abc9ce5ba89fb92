import { describe, expect, it } from 'vitest';
import { checkJournal, countUnknown } from './journal.ts';

const entry = (idx: number, when: number, tag: string) => ({ idx, when, tag });

describe('checkJournal', () => {
  it('accepts migrations in their order', () => {
    const entries = [entry(0, 10, '0000_a'), entry(1, 11, '0001_b')];
    expect(checkJournal({ entries }, ['0000_a.sql', '0001_b.sql'])).toEqual([]);
  });

  it('names a file that nobody entered and an entry without a file', () => {
    expect(checkJournal({ entries: [entry(0, 10, '0000_a')] }, ['0001_b.sql'])).toEqual([
      'drizzle/0001_b.sql is not in meta/_journal.json: run node drizzle/add-to-journal.mjs',
      'drizzle/0000_a.sql is missing',
    ]);
  });

  it('finds a migration that would never be applied, and a number out of its place', () => {
    const entries = [entry(0, 10, '0000_a'), entry(2, 10, '0001_b')];
    expect(checkJournal({ entries }, ['0000_a.sql', '0001_b.sql'])).toEqual([
      '0001_b: idx is 2, and should be 1',
      '0001_b: when must be later than that of 0000_a, or it would never be applied',
    ]);
  });
});

describe('countUnknown', () => {
  it('counts what the database has and the program has not', () => {
    expect(countUnknown({ entries: [entry(0, 10, '0000_a')] }, [10, 11, 12])).toBe(2);
  });
});
