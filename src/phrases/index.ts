import { german } from './de.ts';
import { english } from './en.ts';
import { italian } from './it.ts';
import type { Phrases } from './phrases.ts';
import { swedish } from './sv.ts';
import { timeToSay } from './time-to-say.ts';

export { momentWords } from './moment.ts';
export type { CustomerWords, PublicEvent, StatusWords } from './customer-words.ts';
export type { AcceptedWords, CallerToTell, WhatIfWords } from './what-if-words.ts';
export type { RegisterWords } from './register-words.ts';
export type { CaseStateWords } from './case-state-words.ts';
export type { CaseEventData, CaseEventName, PageEventName } from './timeline-words.ts';
export type { FilterWords } from './case-list-words.ts';
export type { Refusal } from './case-refusal-words.ts';
export type { StoryWords } from './story-words.ts';
export type { CaseWords } from './case-words.ts';
export type { StripWords } from './strip-words.ts';
export type { DutyFormFault } from './duty-change-words.ts';
export type { HoursWords } from './hours-words.ts';
export type { CardWords, PeopleWords } from './people-words.ts';
export type { BarWords } from './bar-words.ts';
export type { CaseForTechnician, Reminder } from './technician-words.ts';
export type { NotRedirected, RedirectFacts, RedirectPage } from './redirect-phrases.ts';
export type { SwapFacts } from './duty-phrases.ts';
export type { AlarmFacts, AlarmWords, CaseForPage, DrillMiss, HoldFacts, Phrases } from './phrases.ts';

/** The languages of the product: one line each, by the primary subtag of BCP 47. docs/LANGUAGES.md says how to add one. */
export const catalogues: Readonly<Record<string, Phrases>> = {
  en: english,
  sv: swedish,
  it: italian,
  de: german,
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
 * i morgon", "at eight in the morning on Monday"; in English where the language has no catalogue.
 */
export function spokenTime(
  instant: Date,
  seenFrom: Date,
  { timeZone, language }: { timeZone: string; language: string },
): string {
  const tag = hasPhrases(language) ? language : english.language;
  return phrasesFor(tag).time(timeToSay(instant, seenFrom, timeZone), tag);
}

/** The key of the catalogue that serves a BCP 47 language: sv for sv-FI, en for a language without one. */
export function servedBy(language: string): string {
  return hasPhrases(language) ? primaryOf(language) : 'en';
}

function primaryOf(language: string): string {
  return language.split('-', 1)[0]!.toLowerCase();
}
