import { readOptions, type NoWish } from '../src/command-line/index.ts';

export interface Arguments {
  seed: number;
  runs: number;
  mutations: boolean;
  /** Most seeds that a deliberate fault may live through. */
  mostSeeds: number;
  jobs: number;
}

export const simulateUsage = `Usage: npm run simulate -- [--seed N] [--runs N] [--jobs N] [--mutations [--most-seeds N]]
  --seed N        the first seed (1)
  --runs N        how many seeds, one after another (1 with --seed, else 100)
  --jobs N        processes that share them (1)
  --mutations     instead, put each deliberate fault into the service and see it found
  --most-seeds N  within so many seeds (150)`;

const text = { type: 'string' } as const;
const options = {
  seed: text,
  runs: text,
  jobs: text,
  'most-seeds': text,
  mutations: { type: 'boolean' },
} as const;

/** Reads the command line; every fault at once, each with what the option takes. */
export function readArguments(argv: readonly string[]): { ok: true; given: Arguments } | NoWish {
  const read = readOptions(argv, options);
  if (read.ok !== true) return read;
  const { values } = read;
  const faults: string[] = [];
  const count = (name: 'seed' | 'runs' | 'jobs' | 'most-seeds', otherwise: number): number => {
    const given = values[name];
    if (given === undefined) return otherwise;
    const isCount = /^\d{1,9}$/.test(given) && Number(given) >= (name === 'seed' ? 0 : 1);
    if (!isCount) faults.push(`--${name} "${given}" is no whole number.`);
    return Number(given);
  };
  const given: Arguments = {
    seed: count('seed', 1),
    runs: count('runs', values.seed === undefined ? 100 : 1),
    jobs: count('jobs', 1),
    mutations: values.mutations === true,
    mostSeeds: count('most-seeds', 150),
  };
  return faults.length > 0 ? { ok: false, faults } : { ok: true, given };
}
