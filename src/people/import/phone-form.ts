import { readNationalNumber, type PhoneNumber } from '../../kernel/index.ts';

/** Used where nothing says the country; a number that fits it is offered as a guess only. */
const usualCountry = 'US';

/**
 * The E.164 form that a number written another way probably means: 00 for +, or the national way of the country in
 * `language`. Undefined when nothing fits.
 */
export function likelyNumber(text: string, language?: string): PhoneNumber | undefined {
  const digits = text.trim().replace(/^00/, '+');
  const countries = [regionOf(language), usualCountry].filter((country) => country !== undefined);
  const candidates = digits.startsWith('+') ? [digits] : [digits, `+${digits}`];
  for (const candidate of candidates) {
    for (const country of countries) {
      const number = readNationalNumber(candidate, country);
      if (number !== undefined) return number;
    }
  }
  return undefined;
}

/** False when the country's numbers have another length: a digit was lost or doubled. */
export function isPossibleNumber(number: PhoneNumber): boolean {
  return readNationalNumber(number, usualCountry) !== undefined;
}

function regionOf(language: string | undefined): string | undefined {
  try {
    return language === undefined ? undefined : new Intl.Locale(language).region;
  } catch {
    return undefined;
  }
}
