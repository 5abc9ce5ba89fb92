import { z } from 'zod';
import { catalogues } from '../phrases/index.ts';

/** The languages that callers can be spoken to in: those that the product has words and a voice for. */
export const languages: readonly string[] = Object.values(catalogues).flatMap(({ voices }) =>
  Object.keys(voices),
);
/** BCP 47: one of `languages`. */
export type Language = string;

export const languageField = z.enum(languages).describe(`a language: ${languages.join(', ')}`);

/** What is written once a language. */
export interface PerLanguage<T> {
  perLanguage: Partial<Record<Language, T>>;
}

/** The type of what is left when one of the languages is chosen. */
export type InOneLanguage<T> =
  T extends PerLanguage<unknown>
    ? never
    : T extends string | number | boolean | undefined
      ? T
      : T extends readonly (infer Item)[]
        ? InOneLanguage<Item>[]
        : { [Key in keyof T]: InOneLanguage<T[Key]> };

/** A mapping from languages to what is written in each. */
export function inEachLanguage<One extends z.ZodType>(one: One) {
  return z
    .partialRecord(languageField, one)
    .refine((written) => Object.keys(written).length > 0, { error: 'is empty' })
    .transform((perLanguage) => ({ perLanguage }));
}

export function isPerLanguage(value: unknown): value is PerLanguage<unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'perLanguage');
}

/** A copy of `value` in which only one language is left; where that is not written, the one in `otherwise`, or any. */
export function inLanguage<T>(value: T, language: Language, otherwise: Language): InOneLanguage<T> {
  const chosen = (written: PerLanguage<unknown>['perLanguage']): unknown =>
    written[language] ?? written[otherwise] ?? Object.values(written)[0];
  const copy = (part: unknown): unknown => {
    if (isPerLanguage(part)) return chosen(part.perLanguage);
    if (Array.isArray(part)) return part.map(copy);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, copy(inner)]));
  };
  return copy(value) as InOneLanguage<T>;
}
