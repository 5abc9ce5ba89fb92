/** Days off by law, written down from the statutes of each country: no library, and no code of the product. */
export type Country = 'SE' | 'US' | 'IT' | 'DE';

const day = 86_400_000;
const utc = (year: number, month: number, date: number): number => Date.UTC(year, month - 1, date);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const weekdayOf = (ms: number): number => new Date(ms).getUTCDay();

/** Easter Sunday by Gauss's rule as Lichtenberg mended it. */
function easter(year: number): number {
  const k = Math.floor(year / 100);
  const m = 15 + Math.floor((3 * k + 3) / 4) - Math.floor((8 * k + 13) / 25);
  const s = 2 - Math.floor((3 * k + 3) / 4);
  const a = year % 19;
  const d = (19 * a + m) % 30;
  const r = Math.floor((d + Math.floor(a / 11)) / 29);
  const og = 21 + d - r;
  const sz = 7 - ((year + Math.floor(year / 4) + s) % 7);
  return utc(year, 3, og + (7 - ((og - sz) % 7)));
}

/** The first `weekday` (0 is Sunday) on or after a date. */
const onOrAfter = (ms: number, weekday: number): number => ms + ((weekday - weekdayOf(ms) + 7) % 7) * day;
const onOrBefore = (ms: number, weekday: number): number => ms - ((weekdayOf(ms) - weekday + 7) % 7) * day;

/** A federal holiday on a Saturday is kept on the Friday before too, one on a Sunday on the Monday after. */
function observed(ms: number): number[] {
  const shift = { 0: 1, 6: -1 }[weekdayOf(ms)];
  return shift === undefined ? [ms] : [ms, ms + shift * day];
}

const rules: Record<Country, (year: number) => number[]> = {
  SE: (year) => [
    ...[
      utc(year, 1, 1),
      utc(year, 1, 6),
      utc(year, 5, 1),
      utc(year, 6, 6),
      utc(year, 12, 25),
      utc(year, 12, 26),
    ],
    ...[-2, 0, 1, 39, 49].map((days) => easter(year) + days * day),
    ...[onOrAfter(utc(year, 6, 20), 6), onOrAfter(utc(year, 10, 31), 6)],
  ],
  US: (year) => [
    ...[utc(year, 1, 1), utc(year, 6, 19), utc(year, 7, 4), utc(year, 12, 25)].flatMap(observed),
    ...observed(utc(year + 1, 1, 1)),
    // Veterans Day stays where it is: whether another day is kept for it differs by state and employer.
    utc(year, 11, 11),
    ...[onOrAfter(utc(year, 1, 15), 1), onOrAfter(utc(year, 2, 15), 1), onOrBefore(utc(year, 5, 31), 1)],
    ...[onOrAfter(utc(year, 9, 1), 1), onOrAfter(utc(year, 10, 8), 1), onOrAfter(utc(year, 11, 22), 4)],
  ],
  IT: (year) => [
    ...[
      utc(year, 1, 1),
      utc(year, 1, 6),
      utc(year, 4, 25),
      utc(year, 5, 1),
      utc(year, 6, 2),
      utc(year, 8, 15),
    ],
    ...[utc(year, 11, 1), utc(year, 12, 8), utc(year, 12, 25), utc(year, 12, 26)],
    ...[easter(year), easter(year) + day],
    // Saint Francis is a day off from 2026 on: law 151 of 2025.
    ...(year >= 2026 ? [utc(year, 10, 4)] : []),
  ],
  DE: (year) => [
    ...[utc(year, 1, 1), utc(year, 5, 1), utc(year, 10, 3), utc(year, 12, 25), utc(year, 12, 26)],
    ...[-2, 1, 39, 50].map((days) => easter(year) + days * day),
  ],
};

/** The local dates (`YYYY-MM-DD`) of days off in a country, from one year to another. */
export function statutoryHolidays(country: Country, firstYear: number, lastYear: number): Set<string> {
  const dates = new Set<string>();
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const ms of rules[country](year)) dates.add(iso(ms));
  }
  return dates;
}

/** Days that a desk may name beside those, by the name that it gives them: for each year the date, if there is one. */
export const otherDays: Record<string, (year: number) => string> = {
  'Midsummer Eve': (year) => iso(onOrAfter(utc(year, 6, 19), 5)),
  'Christmas Eve': (year) => iso(utc(year, 12, 24)),
  'Veterans Day (substitute day)': (year) => iso(observed(utc(year, 11, 11)).at(-1) ?? NaN),
};
