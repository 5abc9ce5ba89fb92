import { phrasesFor } from '../phrases/index.ts';
import type { Choice, Script } from './script.ts';

/** A lone digit counts only in a short answer ("press one please"): "no one answers" is not a choice. */
const longestDigitAnswer = 3;

/**
 * The key that spoken words mean, or undefined. The longest phrase found wins; between equals the earlier choice,
 * which is the more urgent one.
 */
export function keyHeard(
  spoken: string,
  choices: readonly Pick<Choice, 'key' | 'hear'>[],
  language: Script['language'],
): string | undefined {
  const words = wordsOf(spoken, language);
  let best: { key: string; length: number } | undefined;
  for (const choice of choices) {
    for (const phrase of choice.hear.map((hear) => wordsOf(hear, language))) {
      if (phrase.length > (best?.length ?? 0) && holds(words, phrase)) {
        best = { key: choice.key, length: phrase.length };
      }
    }
  }
  if (best !== undefined || words.length > longestDigitAnswer) return best?.key;
  const keys = choices.map((choice) => choice.key).filter((key) => words.includes(key));
  return keys.length === 1 ? keys[0] : undefined;
}

function wordsOf(text: string, language: Script['language']): string[] {
  const words = text.toLocaleLowerCase(language).match(/[\p{L}\p{N}]+/gu) ?? [];
  const { digits } = phrasesFor(language);
  return words.map((word) => {
    const digit = digits.indexOf(word);
    return digit === -1 ? word : String(digit);
  });
}

function holds(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, start) => phrase.every((word, offset) => words[start + offset] === word));
}
