import { readSpan, type CoverageHours, type HoursException } from '../coverage/index.ts';
import { coverageHoursOf, type Script } from '../ivr/index.ts';

/** Dates that people have set in the console, by desk. */
export type OwnHours = ReadonlyMap<string, readonly HoursException[]>;

/** When the desk's office answers: its script, and over it what people have set in the console. */
export function hoursWith(script: Script, own: OwnHours): CoverageHours {
  const hours = coverageHoursOf(script);
  const dates = own.get(script.desk) ?? [];
  if (dates.length === 0) return hours;
  const isSet = new Set(dates.map(({ date }) => date));
  return { ...hours, exceptions: [...dates, ...hours.exceptions.filter(({ date }) => !isSet.has(date))] };
}

/**
 * A date as a row has it. Undefined for one with a span that is none, which nobody can have set in the console: no call may
 * fail for it, and the script decides on that date.
 */
export function exceptionOf(row: {
  date: string;
  spans: readonly string[];
  why: string;
}): HoursException | undefined {
  const spans = row.spans.flatMap((text) => readSpan(text) ?? []);
  return spans.length === row.spans.length ? { date: row.date, spans, why: row.why } : undefined;
}
