import { parseArgs } from 'node:util';

export interface Arguments {
  seed: number;
  runs: number;
  /** From one seed to the next. */
  every: number;
  mutations: boolean;
  /** Most seeds that a deliberate fault may live through. */
  mostSeeds: number;
  jobs: number;
}

export class ArgumentFault extends Error {}

const USAGE = `npm run simulate -- [--seed N] [--runs N] [--jobs N] [--mutations [--most-seeds N]]
  --seed N        the first seed (1)
  --runs N        how many seeds, one after another (1 with --seed, else 100)
  --every N       only every n-th seed (1)
  --jobs N        processes that share them (1)
  --mutations     instead, put each deliberate fault into the service and see it found
  --most-seeds N  within so many seeds (150)`;

/** @throws ArgumentFault that says which option is wrong, and what it takes. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values } = parse(argv);
  const count = (name: 'seed' | 'runs' | 'every' | 'jobs' | 'most-seeds', otherwise: number): number => {
    const text = values[name];
    if (text === undefined) return otherwise;
    if (/^\d{1,9}$/.test(text) && Number(text) >= (name === 'seed' ? 0 : 1)) return Number(text);
    throw new ArgumentFault(`--${name} "${text}" is no whole number.\n${USAGE}`);
  };
  return {
    seed: count('seed', 1),
    runs: count('runs', values.seed === undefined ? 100 : 1),
    every: count('every', 1),
    jobs: count('jobs', 1),
    mutations: values.mutations === true,
    mostSeeds: count('most-seeds', 150),
  };
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      options: {
        seed: text,
        runs: text,
        every: text,
        jobs: text,
        'most-seeds': text,
        mutations: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new ArgumentFault(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
