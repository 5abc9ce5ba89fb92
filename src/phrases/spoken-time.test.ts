import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { spokenTime } from './index.ts';

const stockholm = (language: string) => ({ timeZone: 'Europe/Stockholm', language });
const at = (wall: string, zone = 'Europe/Stockholm') => DateTime.fromISO(wall, { zone }).toJSDate();
const said = (language: string, instant: string, seenFrom: string) =>
  spokenTime(at(instant), at(seenFrom), stockholm(language));

describe('a time in Swedish', () => {
  it.each([
    ['2026-04-02T08:00', '2026-04-01T18:00', 'klockan åtta i morgon'],
    ['2026-04-02T08:00', '2026-04-02T02:00', 'klockan åtta i dag'],
    ['2026-04-01T17:00', '2026-04-02T02:00', 'klockan sjutton i går'],
    ['2026-03-30T08:00', '2026-03-27T18:00', 'klockan åtta på måndag'],
    // Over the Easter of 2026, from the eve of Maundy Thursday: more than six days are told by the date.
    ['2026-04-07T08:00', '2026-03-31T18:00', 'klockan åtta tisdagen den 7 april'],
    ['2026-04-07T08:00', '2026-04-01T18:00', 'klockan åtta på tisdag'],
    ['2027-01-07T08:00', '2026-12-30T17:00', 'klockan åtta torsdagen den 7 januari'],
    ['2027-12-07T08:00', '2026-12-30T17:00', 'klockan åtta tisdagen den 7 december 2027'],
    ['2026-04-02T08:30', '2026-04-01T18:00', 'klockan halv nio i morgon'],
    ['2026-04-02T12:30', '2026-04-01T18:00', 'klockan halv ett i morgon'],
    ['2026-04-02T08:15', '2026-04-01T18:00', 'klockan kvart över åtta i morgon'],
    ['2026-04-02T08:45', '2026-04-01T18:00', 'klockan kvart i nio i morgon'],
    ['2026-04-02T08:07', '2026-04-01T18:00', 'klockan åtta noll sju i morgon'],
    ['2026-04-02T08:20', '2026-04-01T18:00', 'klockan åtta tjugo i morgon'],
    ['2026-04-02T13:30', '2026-04-01T18:00', 'klockan tretton trettio i morgon'],
    ['2026-04-02T21:21', '2026-04-01T18:00', 'klockan tjugoett tjugoett i morgon'],
    ['2026-04-02T00:30', '2026-04-01T18:00', 'klockan noll trettio i morgon'],
    ['2026-04-02T00:00', '2026-04-01T18:00', 'vid midnatt natten till torsdag'],
    ['2026-04-07T00:00', '2026-03-29T18:00', 'vid midnatt natten till tisdagen den 7 april'],
  ])('%s seen from %s is "%s"', (instant, seenFrom, words) => {
    expect(said('sv-SE', instant, seenFrom)).toBe(words);
  });
});

describe('a time in English', () => {
  it.each([
    ['en-GB', '2026-04-02T08:00', '2026-04-01T18:00', 'at eight in the morning tomorrow'],
    ['en-GB', '2026-03-30T08:00', '2026-03-27T18:00', 'at eight in the morning on Monday'],
    ['en-GB', '2026-04-07T08:00', '2026-03-30T18:00', 'at eight in the morning on Tuesday 7 April'],
    ['en-US', '2026-04-07T08:00', '2026-03-30T18:00', 'at eight in the morning on Tuesday, April 7'],
    ['en-US', '2026-04-02T08:30', '2026-04-02T02:00', 'at eight thirty in the morning today'],
    ['en-US', '2026-04-02T08:07', '2026-04-02T02:00', 'at eight oh seven in the morning today'],
    ['en-US', '2026-04-02T13:00', '2026-04-01T18:00', 'at one in the afternoon tomorrow'],
    ['en-US', '2026-04-02T12:00', '2026-04-01T18:00', 'at noon tomorrow'],
    ['en-US', '2026-04-02T12:15', '2026-04-01T18:00', 'at twelve fifteen in the afternoon tomorrow'],
    ['en-US', '2026-04-02T20:00', '2026-04-01T18:00', 'at eight in the evening tomorrow'],
    ['en-US', '2026-04-02T00:00', '2026-04-01T18:00', 'at midnight tonight'],
    ['en-US', '2026-04-03T00:00', '2026-04-01T18:00', 'at midnight at the start of Friday'],
    ['en-US', '2027-01-04T09:00', '2026-12-31T17:00', 'at nine in the morning on Monday'],
  ])('%s: %s seen from %s is "%s"', (language, instant, seenFrom, words) => {
    expect(said(language, instant, seenFrom)).toBe(words);
  });
});

describe('a time in Italian', () => {
  it.each([
    ['2026-04-02T08:00', '2026-04-01T18:00', 'alle otto di domani'],
    ['2026-04-02T08:00', '2026-04-02T02:00', 'alle otto di oggi'],
    ['2026-04-01T17:00', '2026-04-02T02:00', 'alle diciassette di ieri'],
    ['2026-03-30T08:00', '2026-03-27T18:00', 'alle otto di lunedì'],
    ['2026-04-07T08:00', '2026-03-31T18:00', 'alle otto di martedì 7 aprile'],
    ['2026-05-01T08:00', '2026-04-20T18:00', 'alle otto di venerdì primo maggio'],
    ['2027-12-07T08:00', '2026-12-30T17:00', 'alle otto di martedì 7 dicembre 2027'],
    ['2026-04-02T01:00', '2026-04-01T18:00', "all'una di domani"],
    ['2026-04-02T01:30', '2026-04-01T18:00', "all'una e mezza di domani"],
    ['2026-04-02T13:00', '2026-04-01T18:00', 'alle tredici di domani'],
    ['2026-04-02T13:30', '2026-04-01T18:00', 'alle tredici e trenta di domani'],
    ['2026-04-02T08:15', '2026-04-01T18:00', 'alle otto e un quarto di domani'],
    ['2026-04-02T08:45', '2026-04-01T18:00', 'alle otto e quarantacinque di domani'],
    ['2026-04-02T08:07', '2026-04-01T18:00', 'alle otto e sette di domani'],
    ['2026-04-02T21:21', '2026-04-01T18:00', 'alle ventuno e ventuno di domani'],
    ['2026-04-02T23:23', '2026-04-01T18:00', 'alle ventitré e ventitré di domani'],
    ['2026-04-02T12:00', '2026-04-01T18:00', 'a mezzogiorno di domani'],
    ['2026-04-02T12:30', '2026-04-01T18:00', 'alle dodici e trenta di domani'],
    ['2026-04-02T00:30', '2026-04-01T18:00', 'alle zero e trenta di domani'],
    ['2026-04-02T00:00', '2026-04-01T18:00', 'a mezzanotte tra oggi e domani'],
    ['2026-04-04T00:00', '2026-04-01T18:00', 'a mezzanotte tra venerdì e sabato'],
    ['2026-05-01T00:00', '2026-04-20T18:00', 'a mezzanotte tra giovedì e venerdì primo maggio'],
  ])('%s seen from %s is "%s"', (instant, seenFrom, words) => {
    expect(said('it-IT', instant, seenFrom)).toBe(words);
  });
});

describe('a time in German', () => {
  it.each([
    ['2026-04-02T08:00', '2026-04-01T18:00', 'morgen um acht Uhr'],
    ['2026-04-02T08:00', '2026-04-02T02:00', 'heute um acht Uhr'],
    ['2026-04-01T17:00', '2026-04-02T02:00', 'gestern um siebzehn Uhr'],
    ['2026-03-30T08:00', '2026-03-27T18:00', 'am Montag um acht Uhr'],
    ['2026-04-07T08:00', '2026-03-31T18:00', 'am Dienstag, dem siebten April, um acht Uhr'],
    ['2026-05-01T08:00', '2026-04-20T18:00', 'am Freitag, dem ersten Mai, um acht Uhr'],
    ['2027-12-21T08:00', '2026-12-30T17:00', 'am Dienstag, dem einundzwanzigsten Dezember 2027, um acht Uhr'],
    ['2026-04-02T01:00', '2026-04-01T18:00', 'morgen um ein Uhr'],
    ['2026-04-02T01:01', '2026-04-01T18:00', 'morgen um ein Uhr eins'],
    ['2026-04-02T12:00', '2026-04-01T18:00', 'morgen um zwölf Uhr'],
    ['2026-04-02T13:30', '2026-04-01T18:00', 'morgen um dreizehn Uhr dreißig'],
    ['2026-04-02T21:21', '2026-04-01T18:00', 'morgen um einundzwanzig Uhr einundzwanzig'],
    ['2026-04-02T00:30', '2026-04-01T18:00', 'morgen um null Uhr dreißig'],
    ['2026-04-02T00:00', '2026-04-01T18:00', 'in der Nacht auf morgen um Mitternacht'],
    ['2026-04-04T00:00', '2026-04-01T18:00', 'in der Nacht auf Samstag um Mitternacht'],
    ['2026-04-07T00:00', '2026-03-29T18:00', 'in der Nacht auf Dienstag, den siebten April, um Mitternacht'],
  ])('%s seen from %s is "%s"', (instant, seenFrom, words) => {
    expect(said('de-DE', instant, seenFrom)).toBe(words);
  });
});

describe('days', () => {
  it.each([
    // The nights in which clocks change in Sweden in 2026: 23 and 25 hours long, and one day all the same.
    ['2026-03-29T08:00', '2026-03-28T23:30', 'klockan åtta i morgon'],
    ['2026-03-30T00:30', '2026-03-28T23:30', 'klockan noll trettio på måndag'],
    ['2026-10-25T08:00', '2026-10-24T23:30', 'klockan åtta i morgon'],
    ['2026-10-26T08:00', '2026-10-25T00:30', 'klockan åtta i morgon'],
    ['2027-01-01T08:00', '2026-12-31T23:59', 'klockan åtta i morgon'],
  ])('%s seen from %s over a change is "%s"', (instant, seenFrom, words) => {
    expect(said('sv', instant, seenFrom)).toBe(words);
  });

  it('are those of the desk, wherever it stands', () => {
    const instant = new Date('2026-11-12T14:00:00Z');
    const seenFrom = new Date('2026-11-12T04:30:00Z');
    expect(spokenTime(instant, seenFrom, { timeZone: 'America/New_York', language: 'en-US' })).toBe(
      'at nine in the morning tomorrow',
    );
    expect(spokenTime(instant, seenFrom, stockholm('sv'))).toBe('klockan femton i dag');
  });

  it('are told in English where a language has no words for them', () => {
    expect(said('fi-FI', '2026-04-02T08:00', '2026-04-01T18:00')).toBe('at eight in the morning tomorrow');
  });
});

const zones = ['Europe/Stockholm', 'America/New_York', 'America/Chicago', 'Europe/Rome', 'Asia/Kathmandu'];
const anyMinute = fc.integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2036, 0) / 60_000 });

describe.each(['sv-SE', 'en-US', 'en-GB', 'it-IT', 'de-DE'])('any time in %s', (language) => {
  it('names its day so that no other day within a week is meant, and its clock so that no other minute of the day is', () => {
    fc.assert(
      fc.property(
        anyMinute,
        fc.integer({ min: 0, max: 9 * 1440 }),
        fc.constantFrom(...zones),
        (now, ahead, timeZone) => {
          const seenFrom = new Date(now * 60_000);
          const tell = (minutes: number) =>
            spokenTime(new Date((now + minutes) * 60_000), seenFrom, { timeZone, language });
          const words = tell(ahead);
          expect(words).toMatch(
            /^(klockan |vid midnatt |at |alle |all'una |a mezz|heute |morgen |am |in der Nacht )/,
          );
          expect(words).not.toMatch(/\d\d:|undefined|NaN| {2}/);
          const wall = (minutes: number) =>
            DateTime.fromMillis((now + minutes) * 60_000, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm');
          for (const other of [ahead + 1, ahead + 720, ahead + 1440, ahead + 7 * 1440])
            if (wall(other) !== wall(ahead)) expect(tell(other)).not.toBe(words);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says the same of the same minute, whichever second it is and from whichever hour of a day it is seen', () => {
    fc.assert(
      fc.property(
        anyMinute,
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 59 }),
        (minute, timeZone, second) => {
          const instant = new Date(minute * 60_000 + second * 1000);
          const day = DateTime.fromJSDate(instant, { zone: timeZone }).minus({ days: 3 });
          const [morning, evening] = [day.set({ hour: 9 }), day.set({ hour: 21 })].map((from) =>
            spokenTime(instant, from.toJSDate(), { timeZone, language }),
          );
          expect(morning).toBe(evening);
          expect(morning).toBe(spokenTime(new Date(minute * 60_000), day.toJSDate(), { timeZone, language }));
        },
      ),
      { numRuns: 200 },
    );
  });
});
