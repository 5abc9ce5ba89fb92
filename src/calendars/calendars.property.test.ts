import fc from 'fast-check';
import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { feedInText, type DeskShift } from './feed.ts';
import { readLeave } from './read-leave.ts';

const zones = [
  'Europe/Stockholm',
  'America/New_York',
  'America/Chicago',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
];
const now = new Date('2026-11-12T07:00:00Z');

it('what repeats by the week is at the same time of the clock for a year, by another reckoning too', () => {
  const drawn = fc.record({
    zone: fc.constantFrom(...zones),
    day: fc.integer({ min: 0, max: 120 }),
    // Clocks are changed earlier in the day; what they skip has its own test.
    hour: fc.integer({ min: 4, max: 23 }),
    minute: fc.constantFrom(0, 15, 30, 45),
    lengthHours: fc.integer({ min: 1, max: 20 }),
    everyWeeks: fc.integer({ min: 1, max: 4 }),
    isFloating: fc.boolean(),
  });
  fc.assert(
    fc.property(drawn, ({ zone, day, hour, minute, lengthHours, everyWeeks, isFloating }) => {
      const first = DateTime.fromObject({ year: 2026, month: 12, day: 1, hour, minute }, { zone }).plus({
        days: day,
      });
      const wall = (at: DateTime) => at.toFormat("yyyyMMdd'T'HHmmss");
      const ends = first.setZone('utc', { keepLocalTime: true }).plus({ hours: lengthHours });
      // An end at which no clock is changed, so that it means one instant.
      fc.pre(ends.hour >= 4);
      const tzid = isFloating ? '' : `;TZID=${zone}`;
      const text = [
        ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:x', `DTSTART${tzid}:${wall(first)}`],
        ...[`DTEND${tzid}:${wall(ends)}`, `RRULE:FREQ=WEEKLY;INTERVAL=${everyWeeks}`],
        ...['END:VEVENT', 'END:VCALENDAR'],
      ].join('\r\n');
      const read = readLeave(text, { timeZone: zone, now });
      const leave = read.ok ? read.leave : [];
      expect(leave.length).toBeGreaterThan(30 / everyWeeks);
      for (const [index, { from, to }] of leave.entries()) {
        const begins = first.plus({ weeks: everyWeeks * index });
        expect(from).toEqual(begins.toJSDate());
        const stops = ends.plus({ weeks: everyWeeks * index }).setZone(zone, { keepLocalTime: true });
        expect(to).toEqual(stops.toJSDate());
      }
    }),
    { numRuns: 60 },
  );
});

it('shifts that are written are read as they were, whatever they are called', () => {
  const drawn = fc.record({
    from: fc.date({ min: now, max: new Date('2027-11-12T07:00:00Z'), noInvalidDate: true }),
    lengthMinutes: fc.integer({ min: 1, max: 20_000 }),
    person: fc.constantFrom('anna', 'bo'),
    seat: fc.string({ minLength: 1, maxLength: 60 }).filter((text) => !/\p{Cc}/u.test(text)),
  });
  const whole = (at: Date) => new Date(Math.floor(at.getTime() / 1000) * 1000);
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 6 }), (many) => {
      const shifts = many.map(({ from, lengthMinutes, person, seat }): DeskShift => {
        const begins = whole(from);
        const to = new Date(begins.getTime() + lengthMinutes * 60_000);
        return {
          ...{ desk: 'dino', deskName: 'Dino', role: 'sales', layer: 'l' },
          person,
          seat,
          from: begins,
          to,
        };
      });
      const of = { kind: 'desk', deskName: 'Dino', language: 'en', nameOf: (key: string) => key } as const;
      const text = feedInText(of, shifts, { publicUrl: 'https://x.example', stamp: now });
      // RFC 5545, 3.1: no line is longer than 75 octets.
      expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      const events = new ICAL.Component(ICAL.parse(text) as never)
        .getAllSubcomponents('vevent')
        .map((component) => new ICAL.Event(component));
      expect(
        events.map((event) => [event.startDate.toJSDate(), event.endDate.toJSDate(), event.description]),
      ).toEqual(shifts.map(({ from, to, seat }) => [from, to, seat]));
    }),
    { numRuns: 60 },
  );
});
