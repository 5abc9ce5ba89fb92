import type { ForeseenRound } from './rounds.ts';

/** Rounds after one another that ask the same people by the same ways, at the same distance. */
export interface Spell {
  first: ForeseenRound;
  last: ForeseenRound;
  /** Of a spell of several: from the beginning of one round to that of the next. */
  everyMs: number | undefined;
  /** The round before asks the same people. */
  isSame: boolean;
}

/** Puts rounds together, so that nobody reads the same twelve times. */
export function spellsOf(rounds: readonly ForeseenRound[]): Spell[] {
  const spells: Spell[] = [];
  for (const [index, round] of rounds.entries()) {
    const before = rounds[index - 1];
    const isSame = before !== undefined && asksOf(before) === asksOf(round);
    const spell = spells.at(-1);
    const sinceMs = before === undefined ? 0 : round.at.getTime() - before.at.getTime();
    if (spell?.isSame && isSame && (spell.everyMs ?? sinceMs) === sinceMs) {
      spell.last = round;
      spell.everyMs = sinceMs;
    } else spells.push({ first: round, last: round, everyMs: undefined, isSame });
  }
  return spells;
}

function asksOf({ asked, by, page, round }: ForeseenRound): string {
  // Whom a round asks is not known: each is told as the script has it.
  if (asked === undefined) return JSON.stringify([by, page, round]);
  return JSON.stringify([by, asked.people.map(({ key, channels }) => [key, channels]), asked.holes]);
}
