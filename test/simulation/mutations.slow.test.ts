import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLaboratory, type Laboratory } from '../../simulation/laboratory.ts';
import { findMutations } from '../../simulation/mutations/find.ts';
import { mutations } from '../../simulation/mutations/index.ts';
import { compileService, StaleMutation } from '../../simulation/process/compile.ts';

/**
 * The seed that finds each. Any change can give seeds other histories: where none of the next few finds it either,
 * `npm run simulate -- --mutations` looks for one that does.
 */
const FOUND_BY: Readonly<Record<string, number>> = {
  'nobody is stood down': 1,
  'phones ring on after the acceptance': 12,
  'a second acceptance overwrites the first': 12,
  'the next round is not put down': 1,
  'nobody is paged any more after four rounds': 16,
  'each wait is twice as long as the script says': 1,
  'the tasks of a process that died are never taken over': 12,
  'a phone that is picked up counts as an acknowledgement': 1,
  'the end of a call overwrites what its receipt said': 1,
  'a lost answer is taken for success': 8,
  'a refused text is never sent again, and stays as it was': 6,
  'a refused call is placed again whether somebody has accepted or not': 46,
  'a round that is due begins although somebody has accepted': 1,
  'a caller is hung up on with nothing': 10,
  'a caller who hangs up before choosing is forgotten': 12,
  'a call of which nothing is heard is never asked for': 2,
  'the case number is told before it is written down': 1,
  'whoever accepted is forgotten': 1,
  'severity 3 pages as well': 4,
};
const MOST_SEEDS = 4;

let laboratory: Laboratory;
beforeAll(async () => {
  laboratory = await openLaboratory();
});
afterAll(() => laboratory.close());

describe('deliberate faults', () => {
  it('all apply to the code as it is', async () => {
    for (const mutation of mutations) await compileService(mutation);
  }, 120_000);

  it('are refused when the code has changed under them', async () => {
    const stale = { name: 'stale', changes: [{ file: 'src/app.ts', search: 'no such text', replace: '' }] };
    await expect(compileService(stale)).rejects.toThrow(StaleMutation);
  });

  it.each(mutations.map((mutation) => [mutation.name, mutation] as const))(
    'are found by the simulation: %s',
    async (name, mutation) => {
      const [found] = await findMutations(laboratory, FOUND_BY[name] ?? 1, MOST_SEEDS, () => undefined, [
        mutation,
      ]);
      expect(found?.seed).toBeDefined();
    },
    120_000,
  );
});
