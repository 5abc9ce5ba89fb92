import { DateTime } from 'luxon';
import type { CarrierName } from '../telephony/index.ts';
import type { AlarmFacts } from './phrases.ts';

/** The carriers by the names that they have on their own pages, in any language. */
export const carrierTitles: Record<CarrierName, string> = { twilio: 'Twilio', signalwire: 'SignalWire' };

/** The facts of one kind of alarm. */
export type FactsOf<Kind extends AlarmFacts['kind']> = Extract<AlarmFacts, { kind: Kind }>;

/** Two instants in UTC to the minute; the second without its date where that is the same, undefined where all is. */
export function utcSpan(from: string, until: string): { first: string; last: string | undefined } {
  const minute = (instant: string): string => instant.slice(0, 16).replace('T', ' ');
  const [first, last] = [minute(from), minute(until)];
  return { first, last: first === last ? undefined : last.replace(first.slice(0, 11), '') };
}

/** An instant by the wall clock of a zone, in a language's short names: "ccc d LLL HH:mm" is "Thu 24 Dec 17:00". */
export function shortTime(instant: string, timeZone: string, language: string, format: string): string {
  return DateTime.fromISO(instant, { zone: timeZone }).setLocale(language).toFormat(format);
}
