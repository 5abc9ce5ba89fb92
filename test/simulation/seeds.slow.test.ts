import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLaboratory, type Laboratory } from '../../simulation/laboratory.ts';
import { describeViolation } from '../../simulation/report.ts';

/** Short worlds first; so many of them that everything has failed once that can. Many more run in `npm run simulate`. */
const SEEDS = [24, 3, 17, 37, 6, 48, 4, 5];
const FAULTS = [
  'process killed',
  'process frozen',
  'connection cut',
  'database restarted',
  'answer of the carrier lost',
  'carrier hangs',
  'carrier says 429',
  'callback dropped',
  'callback doubled',
  'end of a call told late',
  'account refused',
  'sender refused',
  'number dead',
];

let laboratory: Laboratory;
const digests = new Map<number, string>();
beforeAll(async () => {
  laboratory = await openLaboratory();
});
afterAll(() => laboratory.close());

describe('the simulation', () => {
  it('finds nothing wrong in its first worlds, and does find carriers and processes failing in them', async () => {
    const found: string[] = [];
    const faults = new Set<string>();
    for (const seed of SEEDS) {
      const result = await laboratory.run(seed);
      digests.set(seed, result.digest);
      if (result.violation) found.push(describeViolation(result));
      for (const kind of result.tally.faults.keys()) faults.add(kind);
      if (digests.size > 1 && FAULTS.every((kind) => faults.has(kind))) break;
    }
    expect(found).toEqual([]);
    expect([...faults]).toEqual(expect.arrayContaining(FAULTS));
  }, 300_000);

  it('repeats itself exactly: a seed alone has the history that it had behind others', async () => {
    const fresh = await openLaboratory();
    try {
      const alone = (await fresh.run(3)).digest;
      expect(alone).toBe(digests.get(3));
      expect(alone).not.toBe(digests.get(24));
    } finally {
      await fresh.close();
    }
  }, 120_000);
});
