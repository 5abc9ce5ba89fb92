import { instantOf, readingAt } from '../coverage/index.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** By the wall clock: in these hours nobody is woken for what can be told before or after. */
const NIGHT_FROM_HOUR = 22;
const NIGHT_UNTIL_HOUR = 7;
/** What would fall into the night is told the evening before. */
const EVENING_HOUR = 21;

export function isNight(instant: Date, timeZone: string): boolean {
  const hour = hourOf(readingAt(timeZone, instant.getTime()));
  return hour >= NIGHT_FROM_HOUR || hour < NIGHT_UNTIL_HOUR;
}

/** The instant itself by day; in the night the evening before it. */
export function eveningBefore(instant: Date, timeZone: string): Date {
  if (!isNight(instant, timeZone)) return instant;
  const reading = readingAt(timeZone, instant.getTime());
  const midnight = Math.floor(reading / dayMs) * dayMs;
  const evening = hourOf(reading) >= NIGHT_FROM_HOUR ? midnight : midnight - dayMs;
  return new Date(instantOf(timeZone, evening + EVENING_HOUR * hourMs));
}

/** The instant itself by day; in the night the morning after it. */
export function morningAfter(instant: Date, timeZone: string): Date {
  if (!isNight(instant, timeZone)) return instant;
  const reading = readingAt(timeZone, instant.getTime());
  const midnight = Math.floor(reading / dayMs) * dayMs;
  const morning = hourOf(reading) < NIGHT_UNTIL_HOUR ? midnight : midnight + dayMs;
  return new Date(instantOf(timeZone, morning + NIGHT_UNTIL_HOUR * hourMs));
}

function hourOf(reading: number): number {
  return Math.floor((((reading % dayMs) + dayMs) % dayMs) / hourMs);
}
