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

/** What the calendars say in English of the day on which a holiday is taken instead. */
const substituteDay: Readonly<Record<string, string>> = { sv: ' (ersättningsdag)', it: ' (giorno sostitutivo)' };

/** A language that no calendar has: asked in it, each says a day's name as the country itself does. */
const noLanguage = 'zz';
const namesByPlace = new Map<string, ReadonlyMap<string, string>>();

/**
 * What a day of that year is called in a language (BCP 47), by its English name. A day of another country that has no name
 * in the language keeps the English one: "midsommarafton" tells an Italian nothing.
 */
export function dayNameIn(place: HolidayPlace, year: number, name: string, language: string): string {
  const [wanted = 'en'] = language.toLowerCase().split('-', 1);
  if (wanted === 'en') return name;
  const rule = [...namesOf(place, year, 'en')].find(([, english]) => english === name)?.[0];
  const own = rule && namesOf(place, year, wanted).get(rule);
  if (rule === undefined || own === undefined) return name;
  // A calendar calls every labour day by the name of the first of May, which is wrong in September.
  if (/\bmaj\b/iu.test(own) && rule.slice(5, 7) !== '05') return name;
  const isSpoken = calendarOf(place)
    .getLanguages()
    .some((of) => of.split('-', 1)[0] === wanted);
  const chosen = isSpoken || own !== namesOf(place, year, noLanguage).get(rule) ? own : name;
  return chosen.replace(' (substitute day)', substituteDay[wanted] ?? '$&');
}

/** The names of a year's days in a language, each by its date and the rule that it follows from. */
function namesOf(place: HolidayPlace, year: number, language: string): ReadonlyMap<string, string> {
  const key = `${place.country}/${place.region ?? ''}/${year}/${language}`;
  const known = namesByPlace.get(key);
  if (known !== undefined) return known;
  const days = calendarOf(place).getHolidays(year, language);
  const names = new Map(days.map(({ date, rule, name }) => [`${date} ${rule}`, name]));
  namesByPlace.set(key, names);
  return names;
}

/** A new one each time: what it is asked in one language stays in its answers in another. */
function calendarOf({ country, region }: HolidayPlace): Holidays {
  return region === undefined ? new Holidays(country) : new Holidays(country, region);
}

function yearOf(place: HolidayPlace, year: number): Year {
  const key = `${place.country}/${place.region ?? ''}/${year}`;
  const known = yearsByPlace.get(key) ?? computeYear(place, year);
  yearsByPlace.set(key, known);
  return known;
}

function computeYear(place: HolidayPlace, year: number): Year {
  const days = new Map<string, NamedDay[]>();
  for (const { date, start, end, name, type } of calendarOf(place).getHolidays(year, 'en')) {
    const firstMs = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
    const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs));
    for (let day = 0; day < count; day += 1) {
      const isoDate = new Date(firstMs + day * dayMs).toISOString().slice(0, 10);
      days.set(isoDate, [...(days.get(isoDate) ?? []), { name, isPublic: type === 'public' }]);
    }
  }
  return days;
}
