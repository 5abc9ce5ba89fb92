import ICAL from 'ical.js';
import { instantOf, isKnownTimeZone } from '../coverage/index.ts';
import type { CalendarFault } from './calendar-fault.ts';
import type { ContentLine } from './content-lines.ts';

/** A time zone that a calendar names and does not describe: the one of that name, by the product's own rule for clocks. */
class NamedZone extends ICAL.Timezone {
  private readonly timeZone: string;

  constructor(timeZone: string) {
    super({ tzid: timeZone });
    this.timeZone = timeZone;
  }

  override utcOffset(time: ICAL.Time): number {
    const reading = readingOf(time);
    return Math.round((reading - instantOf(this.timeZone, reading)) / 1000);
  }
}

/** What the clock of a time shows, in milliseconds since 1970-01-01T00:00 on that clock. */
export function readingOf({ year, month, day, hour, minute, second }: ICAL.Time): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The instant of a time of a calendar. A time without a zone, and a date, is meant by the clock of `timeZone`. A zone that
 * has a name known here is read by that name even where the file describes it: descriptions that programs write along are
 * often right for some years only.
 */
export function instantOfTime(time: ICAL.Time, timeZone: string): Date {
  const { zone } = time;
  if (time.isDate || zone === null || zone === ICAL.Timezone.localTimezone)
    return new Date(instantOf(timeZone, readingOf(time)));
  if (isKnownTimeZone(zone.tzid)) return new Date(instantOf(zone.tzid, readingOf(time)));
  return new Date(time.toUnixTime() * 1000);
}

/**
 * Runs `work` with every zone that the lines name known to the library, whose register is one for the whole process: it is
 * left as it was. What is no zone at all is a fault.
 */
export function withZones<T>(
  lines: readonly ContentLine[],
  work: () => T,
): { ok: true; value: T } | { ok: false; faults: CalendarFault[] } {
  const described = new Set(
    lines.filter(({ name, parameters }) => name === 'TZID' && parameters === '').map(({ value }) => value),
  );
  const faults: CalendarFault[] = [];
  const named = new Set<string>();
  for (const { line, parameters } of lines) {
    const zone = /;TZID=(?:"([^"]*)"|([^;:]*))/i
      .exec(parameters)
      ?.slice(1)
      .find((of) => of !== undefined);
    if (zone === undefined || described.has(zone)) continue;
    if (isKnownTimeZone(zone)) named.add(zone);
    else faults.push({ line, kind: 'no-zone', zone });
  }
  if (faults.length > 0) return { ok: false, faults };
  try {
    for (const zone of named) ICAL.TimezoneService.register(new NamedZone(zone), zone);
    return { ok: true, value: work() };
  } finally {
    ICAL.TimezoneService.reset();
  }
}
