import { readOptions, type NoWish } from '../src/command-line/index.ts';

/** What can be made to fail while the cases are played. */
const faultNames = ['kill', 'sigterm', 'postgres', 'carrier', 'pool', 'disk'] as const;
export type FaultName = (typeof faultNames)[number];

export interface ChaosSettings {
  /** Callers of each run. */
  cases: number;
  /** How many of them call in a second. */
  perSecond: number;
  seed: number;
  /** Runs, one after another on a database each; the faults of one run befall it together. */
  runs: FaultName[][];
  carrierOutageSeconds: number;
  /** From the beginning of one round of pages to that of the next. */
  roundSeconds: number;
  /** Writes what the nodes said into this folder. */
  logs?: string;
}

export const usage = `Usage: npm run chaos -- [--cases 200] [--per-second 4] [--seed 1] [--carrier-outage-seconds 30]
                        [--round-seconds 20] [--logs FOLDER] [FAULT...]
FAULT is one of ${faultNames.join(', ')}, or several of them in one run, as kill+sigterm; without any, each in its turn`;

const options = {
  cases: { type: 'string' },
  'per-second': { type: 'string' },
  seed: { type: 'string' },
  'carrier-outage-seconds': { type: 'string' },
  'round-seconds': { type: 'string' },
  logs: { type: 'string' },
} as const;

type Read = { ok: true; settings: ChaosSettings } | NoWish;

/** Reads the command line; every fault at once. */
export function readArguments(args: readonly string[]): Read {
  const read = readOptions(args, options, { allowPositionals: true });
  if (read.ok !== true) return read;
  const { values, positionals } = read;
  const faults: string[] = [];
  const number = (name: keyof typeof values, otherwise: number, most: number): number => {
    const text = values[name];
    if (text === undefined) return otherwise;
    const value = Number(text);
    if (text.trim() === '' || !Number.isInteger(value) || value < 1 || value > most)
      faults.push(`--${name} ${text}: give a whole number from 1 to ${most}`);
    return value;
  };
  const settings: ChaosSettings = {
    cases: number('cases', 200, 2_000),
    perSecond: number('per-second', 4, 50),
    seed: number('seed', 1, 2 ** 31),
    carrierOutageSeconds: number('carrier-outage-seconds', 30, 3_600),
    roundSeconds: number('round-seconds', 20, 600),
    runs: (positionals.length > 0 ? positionals : [...faultNames]).map((text) => readRun(text, faults)),
    ...(values.logs === undefined ? {} : { logs: values.logs }),
  };
  return faults.length > 0 ? { ok: false, faults } : { ok: true, settings };
}

function readRun(text: string, faults: string[]): FaultName[] {
  const names = text.split('+');
  for (const name of names) {
    if (!(faultNames as readonly string[]).includes(name))
      faults.push(`"${name}" is no fault; there are ${faultNames.join(', ')}`);
  }
  return names as FaultName[];
}
