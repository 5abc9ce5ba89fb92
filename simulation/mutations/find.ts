import type { Laboratory } from '../laboratory.ts';
import type { Mutation } from '../process/compile.ts';
import { mutations } from './index.ts';

export interface Found {
  mutation: Mutation;
  /** The seed that found it, and by what; undefined when none did. */
  seed: number | undefined;
  invariant: string | undefined;
}

/** Puts each deliberate fault into the service, one at a time, and runs seeds until one finds it. */
export async function findMutations(
  laboratory: Laboratory,
  firstSeed: number,
  mostSeeds: number,
  tell: (line: string) => void,
  chosen: readonly Mutation[] = mutations,
): Promise<Found[]> {
  const all: Found[] = [];
  for (const mutation of chosen) {
    const found = await find(await laboratory.with(mutation), mutation, firstSeed, mostSeeds);
    const by =
      found.seed === undefined ? `NOT FOUND in ${mostSeeds} seeds` : `seed ${found.seed}: ${found.invariant}`;
    tell(`${mutation.name}: ${by}`);
    all.push(found);
  }
  return all;
}

async function find(
  mutated: Pick<Laboratory, 'run'>,
  mutation: Mutation,
  firstSeed: number,
  mostSeeds: number,
): Promise<Found> {
  for (let seed = firstSeed; seed < firstSeed + mostSeeds; seed += 1) {
    const { violation } = await mutated.run(seed);
    if (violation) return { mutation, seed, invariant: violation.invariant };
  }
  return { mutation, seed: undefined, invariant: undefined };
}
