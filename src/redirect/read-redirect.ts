import { catalogues } from '../phrases/index.ts';

/** A text that asks to send a customer to the desk. `number`: as it was written; undefined: none can be read. */
export interface RedirectText {
  number: string | undefined;
}

/** Fewer digits than this are a code, a time or a floor, and no telephone number. */
const FEWEST_DIGITS = 5;

const KEYWORDS = Object.values(catalogues).map(({ redirect }) => redirect.keyword);
const BEGINS = new RegExp(`^\\s*(?:${KEYWORDS.join('|')})(?![\\p{L}\\p{N}])[\\s:,.–-]*(.*)$`, 'isu');
const CODE = /(?<![\p{L}\p{N}])[ANDJ]\d{1,4}(?![\p{L}\p{N}])/giu;
const NUMBER = /^\+?[\d\s().\-–/]+$/;

/**
 * Reads a technician's text: the word of any language (DESK, VIDARE, INOLTRA, WEITER), then the customer's number and nothing else. Undefined
 * for whatever does not begin so or names no number: that may hold a code that takes a case. A text is one or the other, so
 * that no number is read as a code: "DESK A 070-123 45 67" names a number, and is asked for again.
 */
export function readRedirect(body: string): RedirectText | undefined {
  const rest = BEGINS.exec(body)?.[1]?.trim();
  // "Desk A42 N57 D11" takes a case: what stands there as codes is no part of a number.
  const digits = rest?.replace(CODE, '').replace(/\D/g, '') ?? '';
  if (rest === undefined || digits.length < FEWEST_DIGITS) return undefined;
  const number = rest.replace(/[.!]+$/, '').trim();
  return { number: NUMBER.test(number) ? number.replaceAll('–', '-') : undefined };
}
