import { english, swedish, type BarWords } from './bar.ts';
import { en } from './en.ts';
import type { RegisterWords } from './register-words.ts';
import { sv } from './sv.ts';

/** What the console says in one language. Pages that have no words here yet are in English. */
export interface Catalogue {
  readonly bar: BarWords;
  readonly register: RegisterWords;
}

const catalogues = { en: { bar: english, register: en }, sv: { bar: swedish, register: sv } };
const usual = catalogues.en;

/**
 * The catalogue for a reader: in their own language where their account is a person's, else in the first of their
 * browser's (Accept-Language) that there is one for, else in English.
 */
export function catalogueFor(
  personLanguage: string | undefined,
  acceptLanguage: string | undefined,
): Catalogue {
  return byTag(personLanguage ?? '') ?? preferred(acceptLanguage) ?? usual;
}

function preferred(header = ''): Catalogue | undefined {
  const wishes = header
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((of) => /^\s*q=([\d.]+)/.exec(of)?.[1]).find((q) => q !== undefined);
      return { tag, weight: weight === undefined ? 1 : Number(weight), index };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  for (const { tag } of wishes) {
    const found = byTag(tag);
    if (found !== undefined) return found;
  }
  return undefined;
}

function byTag(tag: string): Catalogue | undefined {
  const [language = ''] = tag.trim().toLowerCase().split('-');
  return Object.hasOwn(catalogues, language) ? catalogues[language as keyof typeof catalogues] : undefined;
}
