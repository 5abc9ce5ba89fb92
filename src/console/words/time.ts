import { DateTime } from 'luxon';

/** `at` in `zone` as HH:mm:ss, for calls and pages. */
export function clockTime(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toFormat('HH:mm:ss');
}

/** `at` in `zone` as HH:mm, for what people do in the console. */
export function minuteTime(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toFormat('HH:mm');
}

/** Thu 12 Nov, and with the year where `long`: Thursday 12 November 2026. */
export function day(
  at: Date,
  zone: string,
  form: 'short' | 'year' | 'long' = 'short',
  locale = 'en-GB',
): string {
  const formats = { short: 'ccc d LLL', year: 'ccc d LLL yyyy', long: 'cccc d LLLL yyyy' };
  return DateTime.fromJSDate(at, { zone })
    .setLocale(locale)
    .toFormat(formats[form])
    .replace(/\bSept\b/, 'Sep')
    .replace(/\.(?=$| )/g, '');
}

/** The date in `zone`, such as 2026-11-12: two instants of one day give the same text. */
export function dayKey(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toISODate() ?? '';
}

/** A length of time: m:ss below an hour, then h:mm h, then d d h h. A negative one is shown as 0:00. */
export function duration(lengthMs: number): string {
  const seconds = Math.max(0, Math.floor(lengthMs / 1000));
  if (seconds < 3600) return minutes(lengthMs);
  const two = (n: number) => String(n).padStart(2, '0');
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}:${two(Math.floor((seconds % 3600) / 60))} h`;
  return `${Math.floor(seconds / 86_400)} d ${Math.floor((seconds % 86_400) / 3600)} h`;
}

/** m:ss however long: a promise is made in minutes. */
export function minutes(lengthMs: number): string {
  const seconds = Math.max(0, Math.floor(lengthMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * The zone's short name at `at`: ET for New York, CET or CEST for Stockholm.
 * English has a name without summer and winter only for some zones; elsewhere the name of the season is right.
 */
export function zoneName(zone: string, at: Date): string {
  const named = (locale: string, timeZoneName: 'shortGeneric' | 'short') =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName })
      .formatToParts(at)
      .find((part) => part.type === 'timeZoneName')?.value ?? zone;
  const generic = named('en-US', 'shortGeneric');
  return generic.length <= 3 ? generic : named('en-GB', 'short');
}

/** ET, New York: the name that stands once on a page. */
export function zoneLabel(zone: string, at: Date): string {
  const city = zone.includes('/') ? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ') : undefined;
  return city === undefined ? zoneName(zone, at) : `${zoneName(zone, at)}, ${city}`;
}
