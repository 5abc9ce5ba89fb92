export { cutText } from './cut-text.ts';
export { fitSegments, gsm7Segments, toGsm7 } from './gsm7.ts';
export { newId, newLinkToken } from './id.ts';
export { assertNever } from './assert-never.ts';
export { systemClock, type Clock, type Timer } from './clock.ts';
export { inTime, TooLate } from './in-time.ts';
export { isAllotted, takesNoTexts } from './phone-kind.ts';
export {
  formatPhoneNumber,
  formatPhoneNumberIn,
  isPhoneNumber,
  readNationalNumber,
  redactPhoneNumber,
  toPhoneNumber,
  type PhoneNumber,
} from './phone-number.ts';
