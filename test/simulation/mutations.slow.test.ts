import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLaboratory, type Laboratory } from '../../simulation/laboratory.ts';
import { findMutations } from '../../simulation/mutations/find.ts';
import { mutations } from '../../simulation/mutations/index.ts';
import { FOUND_BY } from './found-by.ts';
import { compileService, StaleMutation } from '../../simulation/process/compile.ts';

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
      const { seed, invariant } = FOUND_BY[name] ?? { seed: 1, invariant: 'found by none yet' };
      const [found] = await findMutations(laboratory, seed, MOST_SEEDS, () => undefined, [mutation]);
      expect(found?.invariant).toBe(invariant);
    },
    120_000,
  );
});
