import { toCardinal } from 'n2words/de-DE';

/** The words for 0 to 9, as callers say them and operators read them. */
export const germanDigits: readonly string[] = Array.from({ length: 10 }, (_, digit) => toCardinal(digit));
