import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readFileSync, writeFileSync } from 'node:fs';
import { benchDesks, writeScripts, type BenchDesk } from '../bench/desks.ts';

/** Shorter than in the Dino desk's script, as its rounds are unless told: hundreds of cases are to be played in minutes. */
const ringSeconds = 8;

/** A phone has one page call at a time, so cases come to many desks with four people each. */
export function chaosDesks(folder: string, cases: number, roundSeconds: number): BenchDesk[] {
  const desks = benchDesks(Math.min(40, Math.max(4, Math.ceil(cases / 8))));
  writeScripts(folder, desks);
  for (const { desk } of desks) {
    const file = join(folder, `${desk}.yaml`);
    const script = parse(readFileSync(file, 'utf8')) as { plans: { emergency: object } };
    Object.assign(script.plans.emergency, { retry_after_seconds: [roundSeconds], ring_seconds: ringSeconds });
    writeFileSync(file, stringify(script));
  }
  return desks;
}

/** Area codes of callers: none of those that the desks' people have. In each, 555-0100 to 555-0199 are fiction. */
const callersFrom = 302;

/** Each caller has a number of its own: who calls twice joins the case that is open. */
export function callerNumber(index: number): string {
  // 555 as an area code would be no number that exists.
  return `+1${callersFrom + Math.floor(index / 100)}5550${100 + (index % 100)}`;
}
