import { toCardinal } from 'n2words/en-US';

/** The words for 0 to 9, as callers say them and operators read them. */
export const englishDigits: readonly string[] = Array.from({ length: 10 }, (_, digit) => toCardinal(digit));
