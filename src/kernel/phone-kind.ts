import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { PhoneNumber } from './phone-number.ts';

/**
 * True for a number that its country gives to landlines alone, and to nothing that takes texts. False where a number says
 * nothing of it, as in the United States, and where nothing is known.
 */
export function isLandline(number: PhoneNumber): boolean {
  return parsePhoneNumberFromString(number)?.getType() === 'FIXED_LINE';
}

/** False for a number that its country has given out to nobody: too short, or of a series that does not exist. */
export function isAllotted(number: PhoneNumber): boolean {
  return parsePhoneNumberFromString(number)?.isValid() === true;
}
