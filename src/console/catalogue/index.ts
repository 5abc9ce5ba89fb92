import { hasPhrases, phrasesFor, type Phrases } from '../../phrases/index.ts';

/** What the console says in one language. Pages that have no words of theirs yet are in English. */
export type Catalogue = Phrases;

/**
 * The catalogue for a reader: in their own language where it is known, such as that of their account's person, else in
 * the first of their browser's (Accept-Language) that there is one for, else in English.
 */
export function catalogueFor(own: string | undefined, acceptLanguage: string | undefined): Catalogue {
  return phrasesFor([own ?? '', ...wishes(acceptLanguage)].find(hasPhrases) ?? 'en');
}

/** The languages of an Accept-Language header, the most wanted first. */
function wishes(header = ''): string[] {
  return header
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((of) => /^\s*q=([\d.]+)/.exec(of)?.[1]).find((q) => q !== undefined);
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight), index };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.index - b.index)
    .map(({ tag }) => tag);
}
