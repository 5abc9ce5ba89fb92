import { readOptions, type NoWish } from '../command-line/index.ts';
import type { Wish } from './answer.ts';
import { readQuestion } from './question.ts';
import { faultInWords } from './words.ts';

/** What the command is asked, and how it is to answer. */
export interface Order {
  desk: string;
  wish: Wish;
  /** A people file that says who is on duty; undefined: the database does. */
  people: string | undefined;
  /** Nothing is looked up: no names, no dates of the console. */
  scriptAlone: boolean;
  json: boolean;
}

export const whatIfUsage = `Usage: npm run what-if -- --desk DESK --at TIME [--from NUMBER] [--press KEYS] [--accepts ROUND]
         [--people FILE | --script-alone] [--add TIME] [--subtract TIME] [--since TIME [--within TIME]] [--json]
  --at        2026-12-24T02:00 by the desk's clock, or with an offset or Z, as 2026-12-24T07:00Z
  --from      the caller's number, as +12025550100; without it the caller hides it
  --press     what the caller does, with commas between: keys, silence, nobody: to hold until all were asked
              in vain, or hang-up, as in 3,silence,2
  --accepts   somebody accepts in this round, as 2, and what follows then; without it nobody does
  --people    who is on duty, and who calls, by this people file; without it by the database, where there is one
  --script-alone  looks nothing up: no names, and no dates that were set in the console
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
  accepts: { type: 'string' },
  people: { type: 'string' },
  'script-alone': { type: 'boolean' },
  add: { type: 'string' },
  subtract: { type: 'string' },
  since: { type: 'string' },
  within: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Reads the command line; every fault at once, each with its mend. */
export function readArguments(
  args: readonly string[],
): { readonly ok: true; readonly order: Order } | NoWish {
  const read = readOptions(args, options);
  if (read.ok !== true) return read;
  const { desk, at, from, press, accepts, since, people, json = false, ...times } = read.values;
  const scriptAlone = times['script-alone'] ?? false;
  const faults: string[] = [];
  if (desk === undefined) faults.push('--desk is missing: name a desk, such as --desk dino.');
  if (at === undefined) faults.push('--at is missing: write a time, such as --at 2026-12-24T02:00.');
  const asked = readQuestion({ at: at ?? '', from, press, accepts });
  faults.push(...asked.faults.map((fault) => `--${fault.part} ${faultInWords(fault)}`));
  const addMs = readDuration('add', times.add, faults);
  const subtractMs = readDuration('subtract', times.subtract, faults);
  const withinMs = readDuration('within', times.within, faults);
  if (times.within !== undefined && since === undefined)
    faults.push('--within goes with --since: say when it was promised.');
  if (people !== undefined && scriptAlone)
    faults.push('--people and --script-alone do not go together: leave one of them out.');
  if (faults.length > 0 || desk === undefined) return { ok: false, faults };
  const wish = { ...asked.question, addMs, subtractMs, since, withinMs };
  return { ok: true, order: { desk, wish, people, scriptAlone, json } };
}

function readDuration(name: string, text: string | undefined, faults: string[]): number | undefined {
  if (text === undefined) return undefined;
  const match = /^(?=\d)(?:(\d{1,5})h)?(?:(\d{1,5})m)?$/.exec(text);
  if (match === null) faults.push(`--${name} ${text}: write hours and minutes, such as 2h, 90m or 1h30m.`);
  return (Number(match?.[1] ?? 0) * 60 + Number(match?.[2] ?? 0)) * 60_000;
}
