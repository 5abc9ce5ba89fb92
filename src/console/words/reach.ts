import type { Reach } from '../../drills/index.ts';
import type { StateWord } from './states.ts';

const missWords: Record<string, string> = {
  'no-answer': 'no answer',
  busy: 'busy',
  'no-key': 'picked up, no key pressed',
  'no-reply': 'no reply',
  failed: 'failed',
  'not-asked': 'could not be sent',
};

const byWords: Record<string, string> = { key: 'by key', code: 'by code', ok: 'by "ok"' };

interface Shown {
  state: StateWord;
  at: Date | undefined;
}

/** What the tests of a number have shown, in words: a test that is under way or was in vain, and when it last reached somebody. */
export function reachStates(reach: Reach): Shown[] {
  const { reachedAt, reachedBy = '', missedAt, missedWith, isAsked } = reach;
  const states: Shown[] = [];
  if (isAsked) states.push({ state: { shape: 'live', word: 'test under way' }, at: undefined });
  if (missedWith !== undefined)
    states.push({ state: { shape: 'fail', word: missWord(missedWith) }, at: missedAt });
  if (reachedAt !== undefined)
    states.push({
      state: { shape: 'taken', word: `reached ${byWords[reachedBy] ?? ''}`.trim() },
      at: reachedAt,
    });
  if (reachedAt === undefined && !isAsked)
    states.push({
      state: { shape: 'none', word: missedWith === undefined ? 'not tested' : 'never reached' },
      at: undefined,
    });
  return states;
}

function missWord(missedWith: string): string {
  const [why = '', code] = missedWith.split(' ');
  return `not reached: ${missWords[why] ?? why}${code === undefined ? '' : `, ${code}`}`;
}
