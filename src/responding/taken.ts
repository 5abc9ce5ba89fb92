import { noteCall, type Call } from '../calls/index.ts';
import { spokenCaseNumber, type Voice } from '../ivr/index.ts';
import { casesSpokenIn } from '../paging/index.ts';
import { firstName, personName } from '../people/index.ts';
import type { Unit } from '../service/index.ts';
import type { Say } from '../telephony/index.ts';

/** So many are named aloud at a time: each has its text that says who has it. */
const MOST_NAMED = 3;

/**
 * What has become of cases that this call has spoken: "Case D I N O, 1 0 4 2 is taken by Anna." Each is told once.
 * `except`: the case of which the call says more.
 */
export async function whatWasTaken(
  unit: Unit,
  leg: Call,
  { words, say }: Voice,
  except?: string,
): Promise<Say[]> {
  const lines: Say[] = [];
  for (const { number, takenBy, told } of await casesSpokenIn(unit.tx, leg.id, leg.person ?? '')) {
    if (takenBy === null || takenBy === leg.person || told || number === except) continue;
    noteCall(unit, leg.id, 'told', { case: number, takenBy });
    if (lines.length === MOST_NAMED) continue;
    const name = (await personName(unit.tx, takenBy)) ?? takenBy;
    lines.push(say(words.takenBy(firstName(name), spokenCaseNumber(number))));
  }
  return lines;
}
