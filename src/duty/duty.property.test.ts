import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weekdays } from '../coverage/index.ts';
import { naiveSeat } from './naive.test-support.ts';
import { onDutyAt, whoIsOnDuty } from './on-duty.ts';
import type { DeskDuty, Layer, Override } from './schedule.ts';
import { shifts } from './shifts.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const people = ['anna', 'bo', 'cleo', 'dag'];

const anyPerson = fc.constantFrom(...people);
const anyTime = fc
  .oneof(
    fc.nat(47).map((half) => half * 30),
    fc.constantFrom(120, 150, 180),
  )
  .map((minute) => [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0')).join(':'));
/** Weeks around the days on which clocks change in the zones below, forward and back. */
const anyStart = fc
  .constantFrom('2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01', '2026-04-05', '2026-07-01')
  .map((date) => Date.parse(`${date}T00:00Z`) - 3 * dayMs);
const anyHours = fc.dictionary(
  fc.constantFrom(...weekdays),
  fc.constantFrom(
    ['17:00-08:00'],
    ['02:30-03:30'],
    ['00:00-24:00'],
    ['08:00-12:00', '13:00-01:30'],
    ['22:00-02:30'],
  ),
  { minKeys: 1 },
);
const anyLayer = (startMs: number, index: number): fc.Arbitrary<Layer> =>
  fc
    .record({
      every: fc.record({
        count: fc.integer({ min: 1, max: 3 }),
        unit: fc.constantFrom('hours' as const, 'days' as const, 'weeks' as const),
      }),
      time: anyTime,
      weekday: fc.option(fc.constantFrom(...weekdays), { nil: undefined }),
      beginsDay: fc.integer({ min: -20, max: 4 }),
      lastsDays: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
      people: fc.array(anyPerson, { minLength: 1, maxLength: 3 }),
      hours: fc.option(anyHours, { nil: undefined }),
    })
    .map(({ every, time, weekday, beginsDay, lastsDays, people: list, hours }) => {
      const date = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
      const from = startMs + beginsDay * dayMs;
      return {
        name: `layer ${index}`,
        every,
        handoff: { time, weekday: every.unit === 'weeks' ? weekday : undefined },
        from: date(from),
        until: lastsDays === undefined ? undefined : date(from + lastsDays * dayMs),
        people: list,
        hours,
      };
    });

interface World {
  duty: DeskDuty;
  startMs: number;
  timeZone: string;
  layers: Layer[];
}

const windowMinutes = 7 * 1440;
const anyStretch = (startMs: number) =>
  fc
    .tuple(fc.integer({ min: -600, max: windowMinutes }), fc.integer({ min: 1, max: 3000 }))
    .map(([at, minutes]) => ({
      from: new Date(startMs + at * minuteMs),
      to: new Date(startMs + (at + minutes) * minuteMs),
    }));

const anyWorld: fc.Arbitrary<World> = fc
  .record({
    startMs: anyStart,
    timeZone: fc.constantFrom(
      'Europe/Stockholm',
      'America/New_York',
      'Australia/Lord_Howe',
      'America/Havana',
    ),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ startMs, timeZone, count }) =>
    fc
      .record({
        layers: fc.tuple(...Array.from({ length: count }, (_, index) => anyLayer(startMs, index))),
        overrides: fc.array(
          fc.tuple(
            anyStretch(startMs),
            fc.option(anyPerson, { nil: undefined }),
            anyPerson,
            fc.constantFrom('first', 'second', undefined),
          ),
          { maxLength: 3 },
        ),
        leave: fc.array(fc.tuple(anyStretch(startMs), anyPerson), { maxLength: 2 }),
      })
      .map(({ layers, overrides, leave }) => ({
        startMs,
        timeZone,
        layers,
        duty: {
          desk: 'dvnordic',
          lists: { technician: ['never'] },
          versions: [
            {
              role: 'technician',
              validFrom: new Date(0),
              definition: { timeZone, seats: [{ name: 'first', layers }] },
            },
          ],
          overrides: overrides.map(([stretch, insteadOf, person, seat], index) => ({
            ...stretch,
            id: `o${index}`,
            role: 'technician',
            seat: insteadOf === undefined ? (seat ?? 'first') : seat,
            insteadOf,
            person,
          })),
          leave: leave.map(([stretch, person]) => ({ ...stretch, person })),
        },
      })),
  );

const naive = ({ duty, timeZone, layers, startMs }: World) =>
  naiveSeat(duty, { role: 'technician', name: 'first', layers, timeZone }, startMs, windowMinutes);

const holds = (predicate: (world: World) => void): void =>
  fc.assert(fc.property(anyWorld, predicate), { numRuns: 40 });

describe('any schedule', () => {
  test('has at every minute whom a minute-by-minute reading finds', () => {
    holds((world) => {
      const found = naive(world);
      const row: (string | undefined)[] = Array.from({ length: windowMinutes }, () => undefined);
      const doubled: number[] = [];
      const until = new Date(world.startMs + windowMinutes * minuteMs);
      for (const { from, to, person } of shifts(world.duty, new Date(world.startMs), until)) {
        const [first, end] = [from, to].map((at) => (at.getTime() - world.startMs) / minuteMs);
        for (let minute = Math.max(0, first ?? 0); minute < Math.min(windowMinutes, end ?? 0); minute += 1) {
          if (row[minute] !== undefined) doubled.push(minute);
          row[minute] = person;
        }
      }
      expect(doubled).toEqual([]);
      expect(row).toEqual(found);
    });
  });

  test('says at an instant what its shifts say, and until when', () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(windowMinutes - 1), (world, minute) => {
        const found = naive(world);
        const at = new Date(world.startMs + minute * minuteMs);
        const [only] = whoIsOnDuty(world.duty, at);
        expect(only?.person).toBe(found[minute]);
        expect(onDutyAt(world.duty, at)[0]?.person).toBe(found[minute]);
        if (only === undefined) return;
        const end = found.findIndex((person, index) => index > minute && person !== only.person);
        if (end !== -1) expect(only.until).toEqual(new Date(world.startMs + end * minuteMs));
      }),
      { numRuns: 40 },
    );
  });

  test('gives a shift the same bounds from wherever it is looked at', () => {
    fc.assert(
      fc.property(anyWorld, fc.nat(windowMinutes), fc.nat(2000), (world, at, minutes) => {
        const from = new Date(world.startMs + at * minuteMs);
        const to = new Date(from.getTime() + minutes * minuteMs);
        const wide = shifts(
          world.duty,
          new Date(from.getTime() - 5 * dayMs),
          new Date(to.getTime() + 5 * dayMs),
        );
        const meeting = wide.filter((shift) => shift.from < to && from < shift.to);
        expect(shifts(world.duty, from, to)).toEqual(meeting);
      }),
      { numRuns: 40 },
    );
  });

  test('has the last override in force, and nobody who is away', () => {
    holds((world) => {
      const last = world.duty.overrides.at(-1);
      const wins = (of: Override | undefined): of is Override =>
        of !== undefined && of.insteadOf === undefined && of.seat === 'first';
      for (let minute = 0; minute < windowMinutes; minute += 97) {
        const at = new Date(world.startMs + minute * minuteMs);
        const [only] = onDutyAt(world.duty, at);
        const away = world.duty.leave.filter((of) => of.from <= at && at < of.to).map((of) => of.person);
        if (only !== undefined) expect(away).not.toContain(only.person);
        const inForce = wins(last) && last.from <= at && at < last.to;
        if (inForce && !away.includes(last.person))
          expect(only).toMatchObject({ person: last.person, override: last.id });
      }
    });
  });
});
