import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { PhoneNumber } from './phone-number.ts';

const takeTexts: readonly (string | undefined)[] = [
  'MOBILE',
  'FIXED_LINE_OR_MOBILE',
  'PERSONAL_NUMBER',
  undefined,
];

/**
 * True for a number that its country gives to landlines alone, to switchboards, or to what callers pay for: none of them
 * takes texts. False where a number says nothing of it, as in the United States, and where nothing is known.
 */
export function takesNoTexts(number: PhoneNumber): boolean {
  return !takeTexts.includes(parsePhoneNumberFromString(number)?.getType());
}

/** False for a number that its country has given out to nobody: too short, or of a series that does not exist. */
export function isAllotted(number: PhoneNumber): boolean {
  return parsePhoneNumberFromString(number)?.isValid() === true;
}
