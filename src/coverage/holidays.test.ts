import { describe, expect, it } from 'vitest';
import { dayNameIn } from './holidays.ts';

const sweden = { country: 'SE' };

describe('the name of a day', () => {
  it.each([
    ['sv-SE', 'Midsummer Eve', 'midsommarafton'],
    ['sv', 'Christmas Day', 'juldagen'],
    ['it-IT', 'Christmas Day', 'Natale di Gesù'],
    ['de', 'Ascension Day', 'Christi Himmelfahrt'],
    ['en-GB', 'Midsummer Eve', 'Midsummer Eve'],
    // What a language has no name for is told in English, not in the country's own.
    ['it', 'Midsummer Eve', 'Midsummer Eve'],
    ['xx', 'Christmas Day', 'Christmas Day'],
    ['sv', 'A day of nobody', 'A day of nobody'],
  ])('in %s of %s is %s', (language, english, name) => {
    expect(dayNameIn(sweden, 2026, english, language)).toBe(name);
  });

  it('leaves the English names, which scripts are written in, as they are', () => {
    const place = { country: 'US' };
    expect(dayNameIn(place, 2026, 'Independence Day', 'de')).toBe('Unabhängigkeitstag');
    expect(dayNameIn(place, 2026, 'Independence Day', 'it')).toBe('Independence Day');
    expect(dayNameIn(place, 2026, 'Thanksgiving Day', 'sv')).toBe('Thanksgiving Day');
  });
});
