import Holidays from 'date-holidays';

/** A country, and the part of it whose holidays count. */
export interface HolidayPlace {
  country: string;
  region?: string | undefined;
}

/** Computing a year takes milliseconds, and every call to the desk asks: each place and year is computed once. */
const daysByPlaceAndYear = new Map<string, ReadonlySet<string>>();

/** True when the local date (`YYYY-MM-DD`) is a public holiday there, substitute days included. */
export function isPublicHoliday(place: HolidayPlace, isoDate: string): boolean {
  const year = isoDate.slice(0, 4);
  const key = `${place.country}/${place.region ?? ''}/${year}`;
  let days = daysByPlaceAndYear.get(key);
  if (days === undefined) {
    days = publicHolidays(place, Number(year));
    daysByPlaceAndYear.set(key, days);
  }
  return days.has(isoDate);
}

/** True for an ISO 3166-1 alpha-2 code whose holidays are known. */
export function isKnownCountry(country: string): boolean {
  return Object.hasOwn(new Holidays().getCountries('en'), country);
}

/** True for a state or province of `country` by its ISO 3166-2 code without the country, such as BY for Bavaria. */
export function isKnownRegion(country: string, region: string): boolean {
  return isKnownCountry(country) && Object.hasOwn(new Holidays().getStates(country, 'en') ?? {}, region);
}

function publicHolidays(place: HolidayPlace, year: number): Set<string> {
  const calendar =
    place.region === undefined ? new Holidays(place.country) : new Holidays(place.country, place.region);
  return new Set(
    calendar
      .getHolidays(year, 'en')
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10)),
  );
}
