import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLaboratory, type Laboratory } from '../../simulation/laboratory.ts';
import { describeViolation } from '../../simulation/report.ts';

/** More of them, and all deliberate faults, run in .ci/run. */
const SEEDS = 8;

let laboratory: Laboratory;
beforeAll(async () => {
  laboratory = await openLaboratory();
});
afterAll(() => laboratory.close());

describe('the simulation', () => {
  it('finds nothing wrong in its first worlds, and does find carriers and processes failing in them', async () => {
    const found: string[] = [];
    const faults = new Set<string>();
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const result = await laboratory.run(seed);
      if (result.violation) found.push(describeViolation(result));
      for (const kind of result.tally.faults.keys()) faults.add(kind);
    }
    expect(found).toEqual([]);
    expect([...faults]).toEqual(
      expect.arrayContaining([
        'process killed',
        'process frozen',
        'connection cut',
        'database restarted',
        'answer of the carrier lost',
        'carrier hangs',
        'carrier says 429',
        'callback dropped',
        'callback doubled',
      ]),
    );
  }, 300_000);

  it('repeats itself exactly: one seed, one history', async () => {
    const digests = [];
    for (const seed of [3, 4]) {
      const first = await laboratory.run(seed);
      const second = await laboratory.run(seed);
      expect(second.digest).toBe(first.digest);
      digests.push(first.digest);
    }
    expect(digests[0]).not.toBe(digests[1]);
  }, 120_000);
});
