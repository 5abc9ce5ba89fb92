import { toCardinal } from 'n2words/it-IT';

/** The words for 0 to 9, as callers say them and operators read them. */
export const italianDigits: readonly string[] = Array.from({ length: 10 }, (_, digit) => toCardinal(digit));
