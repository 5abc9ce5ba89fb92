import { DateTime } from 'luxon';

/** `at` in `zone` as HH:mm:ss, for calls and pages. */
export function clockTime(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).toFormat('HH:mm:ss');
}

/** A form with hundreds of shifts to choose from names twice as many moments: a format is made once. */
const formats = new Map<string, Intl.DateTimeFormat>();

function written(at: Date, zone: string, locale: string, parts: Intl.DateTimeFormatOptions): string {
  const key = [locale, zone, JSON.stringify(parts)].join(' ');
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...parts, timeZone: zone });
  formats.set(key, format);
  return format.format(at);
}

/** `at` in `zone` as HH:mm, for what people do in the console. */
export function minuteTime(at: Date, zone: string): string {
  return written(at, zone, 'en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

const dayForms = {
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  year: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const;

/**
 * Thu 12 Nov, with the year Thu 12 Nov 2026, and where `long` Thursday 12 November 2026; as the locale has it (tors 12 nov,
 * Do 12. Nov), without the commas and points that stand behind shortened words.
 */
export function day(at: Date, zone: string, form: keyof typeof dayForms = 'short', locale = 'en-GB'): string {
  return written(at, zone, locale, dayForms[form])
    .replace(/\bSept\b/, 'Sep')
    .replace(/(?<=\p{L})\.|,/gu, '');
}

/** Thu 12 Nov 08:20, in the locale. */
export function dayTime(at: Date, zone: string, locale?: string): string {
  return `${day(at, zone, 'short', locale)} ${minuteTime(at, zone)}`;
}

/** Thu; Thursday where it is `long`. */
export function weekdayName(at: Date, zone: string, form: 'short' | 'long', locale: string): string {
  return written(at, zone, locale, { weekday: form }).replace(/\.$/, '');
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
