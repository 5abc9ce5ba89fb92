import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A telephone number in E.164 form, such as +12025550111. */
export type PhoneNumber = string & { readonly __brand: 'PhoneNumber' };

/** True for text of E.164 form: a plus, then 7 to 15 digits, the first not 0. Says nothing of whether it is in use. */
export function isPhoneNumber(text: string): text is PhoneNumber {
  return /^\+[1-9]\d{6,14}$/.test(text);
}

/** `text` as a PhoneNumber, or undefined when it is none: a withheld caller arrives as "anonymous", "unknown" or nothing. */
export function toPhoneNumber(text: string | null | undefined): PhoneNumber | undefined {
  const trimmed = text?.trim();
  return trimmed !== undefined && isPhoneNumber(trimmed) ? trimmed : undefined;
}

/**
 * A number keyed or typed the national way, read as one of `country` (ISO 3166 alpha-2, such as US).
 * Undefined when no number of that length exists there.
 */
export function readNationalNumber(digits: string, country: string): PhoneNumber | undefined {
  const parsed = parsePhoneNumberFromString(digits, country as never);
  return parsed?.isPossible() ? toPhoneNumber(parsed.number) : undefined;
}

/** The number grouped for reading, international form: +1 202 555 0111. */
export function formatPhoneNumber(number: PhoneNumber): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number;
}

/** The same as it is written in `country` (ISO 3166 alpha-2): 08-465 004 12 in SE; a number from abroad with its country code. */
export function formatPhoneNumberIn(number: PhoneNumber, country: string): string {
  const parsed = parsePhoneNumberFromString(number);
  return parsed?.country === country ? parsed.formatNational() : formatPhoneNumber(number);
}

/** The text with every international number in it, grouped or not, cut to its last two digits, for logs. */
export function redactPhoneNumber(text: string): string {
  return text.replace(/(?:\+|%2B)[1-9](?:[ ().-]{0,2}\d){6,14}/gi, (number) => `+…${number.slice(-2)}`);
}
