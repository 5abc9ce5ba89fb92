import Holidays from 'date-holidays';

/** A country, and the part of it whose holidays count. */
export interface HolidayPlace {
  country: string;
  region?: string | undefined;
}

/** A day that a country's calendar names. Only public ones are days off by law. */
export interface NamedDay {
  /** In English. */
  name: string;
  isPublic: boolean;
}

type Year = ReadonlyMap<string, readonly NamedDay[]>;

/** Computing a year takes milliseconds, and every call to the desk asks: each place and year is computed once. */
const yearsByPlace = new Map<string, Year>();

/** Names that a calendar has in some years only, as of substitute days, are found in one of these. */
const yearsOfNames = [2026, 2027, 2028, 2029, 2030, 2031, 2032];

const dayMs = 86_400_000;

/**
 * What the calendar there calls the local date (`YYYY-MM-DD`), substitute days and every day of longer holidays
 * included. A holiday that begins at noon is the whole of its day.
 */
export function namedDaysOn(place: HolidayPlace, isoDate: string): readonly NamedDay[] {
  return yearOf(place, Number(isoDate.slice(0, 4))).get(isoDate) ?? [];
}

/** The names, in English, of the days that the calendar there knows and that are not public holidays. */
export function namesOfOtherDays(place: HolidayPlace): string[] {
  const days = yearsOfNames.flatMap((year) => [...yearOf(place, year).values()].flat());
  return [...new Set(days.filter((day) => !day.isPublic).map((day) => day.name))];
}

/** True for an ISO 3166-1 alpha-2 code whose holidays are known. */
export function isKnownCountry(country: string): boolean {
  return Object.hasOwn(new Holidays().getCountries('en'), country);
}

/** True for a state or province of `country` by its ISO 3166-2 code without the country, such as BY for Bavaria. */
export function isKnownRegion(country: string, region: string): boolean {
  return isKnownCountry(country) && Object.hasOwn(new Holidays().getStates(country, 'en') ?? {}, region);
}

function yearOf(place: HolidayPlace, year: number): Year {
  const key = `${place.country}/${place.region ?? ''}/${year}`;
  const known = yearsByPlace.get(key) ?? computeYear(place, year);
  yearsByPlace.set(key, known);
  return known;
}

function computeYear({ country, region }: HolidayPlace, year: number): Year {
  const calendar = region === undefined ? new Holidays(country) : new Holidays(country, region);
  const days = new Map<string, NamedDay[]>();
  for (const { date, start, end, name, type } of calendar.getHolidays(year, 'en')) {
    const firstMs = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
    const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs));
    for (let day = 0; day < count; day += 1) {
      const isoDate = new Date(firstMs + day * dayMs).toISOString().slice(0, 10);
      days.set(isoDate, [...(days.get(isoDate) ?? []), { name, isPublic: type === 'public' }]);
    }
  }
  return days;
}
