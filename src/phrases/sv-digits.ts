import { toCardinal } from 'n2words/sv-SE';

/** The words for 0 to 9, as callers say them and operators read them. */
export const swedishDigits: readonly string[] = Array.from({ length: 10 }, (_, digit) => toCardinal(digit));
