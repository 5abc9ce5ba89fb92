import { IANAZone } from 'luxon';

/** True for an IANA time zone such as America/New_York. */
export function isKnownTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}
