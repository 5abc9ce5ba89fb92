import { tellUsage } from '../src/command-line/index.ts';
import { readArguments, simulateUsage, type Arguments } from './arguments.ts';
import { openLaboratory, type Laboratory } from './laboratory.ts';
import { findMutations } from './mutations/find.ts';
import { describeTally, describeViolation } from './report.ts';
import { sharing, shareOut, takeSeeds } from './share-out.ts';
import { Tally } from './tally.ts';

/** The program: lives through seeds, or finds the deliberate faults. Returns the exit code. */
export async function simulate(argv: readonly string[]): Promise<number> {
  if (argv[0] === sharing) return takeSeeds();
  const read = readArguments(argv);
  if (read.ok !== true) return tellUsage(read, simulateUsage);
  const { given } = read;
  if (given.jobs > 1 && !given.mutations) return shareOut(given);
  const laboratory = await openLaboratory();
  try {
    return given.mutations ? await mutations(laboratory, given) : await seeds(laboratory, given);
  } finally {
    await laboratory.close();
  }
}

async function seeds(laboratory: Laboratory, { seed: first, runs }: Arguments): Promise<number> {
  const began = performance.now();
  const tally = new Tally();
  let failures = 0;
  for (let seed = first; seed < first + runs; seed += 1) {
    const result = await laboratory.run(seed);
    tally.add(result.tally);
    if (!result.violation) continue;
    failures += 1;
    console.log(describeViolation(result));
  }
  console.log(describeTally(tally, failures, (performance.now() - began) / 1000));
  return failures > 0 ? 1 : 0;
}

async function mutations(laboratory: Laboratory, { seed, mostSeeds }: Arguments): Promise<number> {
  const found = await findMutations(laboratory, seed, mostSeeds, (line) => console.log(line));
  const survivors = found.filter((one) => one.seed === undefined);
  console.log(`${found.length - survivors.length} of ${found.length} deliberate faults found`);
  return survivors.length > 0 ? 1 : 0;
}
