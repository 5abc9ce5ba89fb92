import { english } from './en.ts';
import type { Phrases } from './phrases.ts';
import { swedish } from './sv.ts';
import { timeToSay } from './time-to-say.ts';

export type { AlarmFacts, AlarmWords, CaseForPage, HoldFacts, Phrases } from './phrases.ts';

/** One line a language, by its BCP 47 primary subtag. */
export const catalogues: Readonly<Record<string, Phrases>> = {
  en: english,
  sv: swedish,
};

/** The phrases of a BCP 47 language, whatever its region; English where a language has no catalogue yet. */
export function phrasesFor(language: string): Phrases {
  return hasPhrases(language) ? catalogues[primaryOf(language)]! : english;
}

/** True when there is a catalogue of this language, so that nobody hears English instead. */
export function hasPhrases(language: string): boolean {
  return Object.hasOwn(catalogues, primaryOf(language));
}

/**
 * An instant as it is said in the middle of a sentence, seen from another by the wall clock of a time zone: "klockan åtta
 * i morgon", "at eight in the morning on Monday". Undefined where the language has no catalogue.
 */
export function spokenTime(
  instant: Date,
  seenFrom: Date,
  { timeZone, language }: { timeZone: string; language: string },
): string | undefined {
  if (!hasPhrases(language)) return undefined;
  return phrasesFor(language).time(timeToSay(instant, seenFrom, timeZone), language);
}

function primaryOf(language: string): string {
  return language.split('-', 1)[0]!.toLowerCase();
}
