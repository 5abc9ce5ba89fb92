import { english } from './en.ts';
import type { Phrases } from './phrases.ts';

export type { AlarmFacts, AlarmWords, CaseForPage, HoldFacts, Phrases } from './phrases.ts';

/** The phrases of a BCP 47 language; English where a language has no catalogue yet. */
export function phrasesFor(_language: string): Phrases {
  return english;
}
