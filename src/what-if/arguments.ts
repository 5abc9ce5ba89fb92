import { readOptions, type NoWish } from '../command-line/index.ts';
import { toPhoneNumber, type PhoneNumber } from '../kernel/index.ts';

/** What is asked. Times are as they were written: they are read by the desk's own clock. */
export interface Wish {
  desk: string;
  at: string;
  /** Absent when the caller hides it. */
  from: PhoneNumber | undefined;
  /** What the caller does, in order: keys, or `silence`. */
  presses: string[];
  addMs: number | undefined;
  subtractMs: number | undefined;
  since: string | undefined;
  withinMs: number | undefined;
  json: boolean;
}

export const whatIfUsage = `Usage: npm run what-if -- --desk DESK --at TIME [--from NUMBER] [--press KEYS]
         [--add TIME] [--subtract TIME] [--since TIME [--within TIME]] [--json]
  --at        2026-12-24T02:00 by the desk's clock, or with an offset or Z, as 2026-12-24T07:00Z
  --from      the caller's number, as +12025550100; without it the caller hides it
  --press     what the caller does, with commas between: keys, or silence, as in 3,silence,2
  --add       business time from then on, as 2h, 90m or 1h30m: when is it over?
  --subtract  business time before: since when?
  --since     a time before: how much business time has passed since?
  --within    business time within which something was promised at --since: is it due?
  --json      prints the same as JSON`;

const options = {
  desk: { type: 'string' },
  at: { type: 'string' },
  from: { type: 'string' },
  press: { type: 'string' },
  add: { type: 'string' },
  subtract: { type: 'string' },
  since: { type: 'string' },
  within: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Reads the command line; every fault at once, each with its mend. */
export function readArguments(args: readonly string[]): { readonly ok: true; readonly wish: Wish } | NoWish {
  const read = readOptions(args, options);
  if (read.ok !== true) return read;
  const { desk, at, from, press, since, json = false, ...times } = read.values;
  const faults: string[] = [];
  if (desk === undefined) faults.push('--desk is missing: name a desk, such as --desk dino.');
  if (at === undefined) faults.push('--at is missing: write a time, such as --at 2026-12-24T02:00.');
  const number = toPhoneNumber(from);
  if (from !== undefined && number === undefined)
    faults.push(`--from ${from}: write a number with plus and country code, such as +12025550100.`);
  const presses = readPresses(press, faults);
  const addMs = readDuration('add', times.add, faults);
  const subtractMs = readDuration('subtract', times.subtract, faults);
  const withinMs = readDuration('within', times.within, faults);
  if (times.within !== undefined && since === undefined)
    faults.push('--within goes with --since: say when it was promised.');
  if (faults.length > 0 || desk === undefined || at === undefined) return { ok: false, faults };
  return { ok: true, wish: { desk, at, from: number, presses, addMs, subtractMs, since, withinMs, json } };
}

function readPresses(text: string | undefined, faults: string[]): string[] {
  if (text === undefined) return [];
  const presses = text.split(',').map((press) => press.trim());
  for (const press of presses) {
    if (!/^([0-9*#]+|silence)$/.test(press))
      faults.push(`--press "${press}": write keys 0 to 9, * and #, or silence, with commas between.`);
  }
  return presses;
}

function readDuration(name: string, text: string | undefined, faults: string[]): number | undefined {
  if (text === undefined) return undefined;
  const match = /^(?=\d)(?:(\d{1,5})h)?(?:(\d{1,5})m)?$/.exec(text);
  if (match === null) faults.push(`--${name} ${text}: write hours and minutes, such as 2h, 90m or 1h30m.`);
  return (Number(match?.[1] ?? 0) * 60 + Number(match?.[2] ?? 0)) * 60_000;
}
