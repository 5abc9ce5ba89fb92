import type { DrillMiss, PeopleWords } from '../../phrases/index.ts';
import type { Reach } from '../../drills/index.ts';
import type { StateShape, StateWord } from './states.ts';

type ContactWords = PeopleWords['contact'];

interface Shown {
  state: StateWord;
  at: Date | undefined;
}

/** What the tests of a number have shown, in words: a test that is under way or was in vain, and when it last reached somebody. */
export function reachStates(reach: Reach, words: ContactWords): Shown[] {
  const { reachedAt, reachedBy, missedAt, missedWith, isAsked } = reach;
  const states: Shown[] = [];
  if (isAsked) states.push({ state: { shape: 'live', word: words.testRuns }, at: undefined });
  if (missedWith !== undefined)
    states.push({ state: { shape: 'fail', word: missWord(missedWith, words) }, at: missedAt });
  if (reachedAt !== undefined && reachedBy !== undefined)
    states.push({ state: { shape: 'taken', word: words.reachedBy[reachedBy] }, at: reachedAt });
  if (reachedAt === undefined && !isAsked)
    states.push({
      state: { shape: 'none', word: missedWith === undefined ? words.notTested : words.neverReached },
      at: undefined,
    });
  return states;
}

function missWord(missedWith: string, words: ContactWords): string {
  const [why = '', code] = missedWith.split(' ');
  return words.missed(why as DrillMiss, code);
}

const shapes: Readonly<Record<keyof ContactWords['states'], StateShape>> = {
  ok: 'done',
  'opted-out': 'fail',
  dead: 'fail',
};

/** Whether a number can be used. */
export function contactState(state: keyof ContactWords['states'], words: ContactWords): StateWord {
  return { shape: shapes[state], word: words.states[state] };
}
