import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ArgumentFault, readArguments, type Arguments } from './arguments.ts';
import { openLaboratory, type Laboratory } from './laboratory.ts';
import { findMutations } from './mutations/find.ts';
import { describeTally, describeViolation } from './report.ts';
import { Tally } from './tally.ts';

/** The program: lives through seeds, or finds the deliberate faults. Returns the exit code. */
export async function simulate(argv: readonly string[]): Promise<number> {
  let given: Arguments;
  try {
    given = readArguments(argv);
  } catch (error) {
    if (!(error instanceof ArgumentFault)) throw error;
    console.error(error.message);
    return 1;
  }
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

/** Several processes, each with its own database and every n-th part of the seeds. */
async function shareOut({ seed, runs, jobs }: Arguments): Promise<number> {
  const part = Math.ceil(runs / jobs);
  const parts = Array.from({ length: jobs }, (_, n) => ({
    first: seed + n * part,
    count: Math.min(part, runs - n * part),
  }));
  const program = process.argv[1] ?? fileURLToPath(import.meta.url);
  const codes = await Promise.all(
    parts
      .filter(({ count }) => count > 0)
      .map(
        ({ first, count }) =>
          new Promise<number>((resolve) => {
            const child = fork(program, ['--seed', String(first), '--runs', String(count)]);
            child.on('exit', (code) => resolve(code ?? 1));
          }),
      ),
  );
  return codes.some((code) => code !== 0) ? 1 : 0;
}
