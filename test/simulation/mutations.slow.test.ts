import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLaboratory, type Laboratory } from '../../simulation/laboratory.ts';
import { findMutations } from '../../simulation/mutations/find.ts';
import { mutations } from '../../simulation/mutations/index.ts';
import { compileService, StaleMutation } from '../../simulation/process/compile.ts';

/** The quickest to be found; `npm run simulate -- --mutations` looks for all. */
const QUICK = [
  'the next round is not put down',
  'each wait is twice as long as the script says',
  'a phone that is picked up counts as an acknowledgement',
  'the end of a call overwrites what its receipt said',
  'nobody is stood down',
];

let laboratory: Laboratory;
beforeAll(async () => {
  laboratory = await openLaboratory();
});
afterAll(() => laboratory.close());

describe('deliberate faults', () => {
  it('all apply to the code as it is', async () => {
    for (const mutation of mutations) await compileService(mutation);
    expect(mutations.length).toBeGreaterThanOrEqual(15);
  }, 120_000);

  it('are refused when the code has changed under them', async () => {
    const stale = { name: 'stale', changes: [{ file: 'src/app.ts', search: 'no such text', replace: '' }] };
    await expect(compileService(stale)).rejects.toThrow(StaleMutation);
  });

  it('are found by the simulation', async () => {
    const chosen = mutations.filter(({ name }) => QUICK.includes(name));
    const found = await findMutations(laboratory, 1, 10, () => undefined, chosen);
    expect(chosen).toHaveLength(QUICK.length);
    expect(found.filter(({ seed }) => seed === undefined).map(({ mutation }) => mutation.name)).toEqual([]);
  }, 300_000);
});
