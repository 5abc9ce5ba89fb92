import { phrasesFor } from '../phrases/index.ts';
import type { Language } from './languages.ts';

/** The voices that may speak a language, the recommended ones first. */
export function voicesOf(language: Language): readonly string[] {
  return phrasesFor(language).voices[language] ?? [];
}

/** The longest sentence that a voice takes, in characters. */
export function longestSentence(voice: string): number {
  return voice.startsWith('Google.') ? 5000 : 3000;
}
