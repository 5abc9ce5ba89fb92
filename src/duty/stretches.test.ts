import { expect, it } from 'vitest';
import type { DeskDuty, RoleDefinition } from './schedule.ts';
import { stretches } from './stretches.ts';

const daily = (people: string[]): RoleDefinition => ({
  timeZone: 'America/New_York',
  seats: [
    {
      name: 'first',
      layers: [
        {
          name: 'rota',
          every: { count: 1, unit: 'days' },
          handoff: { time: '08:00' },
          from: '2026-11-01',
          people,
        },
      ],
    },
  ],
});
const duty = (fields: Partial<DeskDuty>): DeskDuty => ({
  desk: 'dino',
  lists: {},
  versions: [],
  overrides: [],
  leave: [],
  ...fields,
});
const [from, to] = [new Date('2026-11-12T14:00Z'), new Date('2026-11-14T14:00Z')];
const told = (of: DeskDuty) =>
  stretches(of, from, to).map(
    ({ person, from: a, to: b }) => `${person} ${a.toISOString()} ${b.toISOString()}`,
  );
const version = (definition: RoleDefinition | null, validFrom: string) => ({
  role: 'technician',
  validFrom: new Date(validFrom),
  definition,
});

it('joins turns of one person, across layers, overrides and new versions of the schedule', () => {
  expect(told(duty({ versions: [version(daily(['anna']), '2026-10-01T00:00Z')] }))).toEqual([
    'anna 2026-11-12T13:00:00.000Z 2026-11-15T13:00:00.000Z',
  ]);
  const versions = [
    version(daily(['anna']), '2026-10-01T00:00Z'),
    version(daily(['bo', 'anna']), '2026-11-13T02:00Z'),
  ];
  const swap = {
    id: '1',
    role: 'technician',
    seat: 'first',
    insteadOf: 'bo',
    person: 'anna',
    from: new Date('2026-11-13T13:00Z'),
    to: new Date('2026-11-13T20:00Z'),
  };
  // By the new version it is Anna's turn on the 12th, and Bo's from the morning of the 13th on.
  expect(told(duty({ versions, overrides: [swap] }))).toEqual([
    'anna 2026-11-12T13:00:00.000Z 2026-11-13T20:00:00.000Z',
    'bo 2026-11-13T20:00:00.000Z 2026-11-14T13:00:00.000Z',
    'anna 2026-11-14T13:00:00.000Z 2026-11-15T13:00:00.000Z',
  ]);
});

it('leaves out who is on duty by a list, before a schedule and after it', () => {
  const lists = { technician: ['cleo'], sales: ['sal'] };
  expect(told(duty({ lists }))).toEqual([]);
  const versions = [version(daily(['anna']), '2026-11-13T02:00Z'), version(null, '2026-11-13T20:00Z')];
  expect(told(duty({ lists, versions }))).toEqual(['anna 2026-11-13T02:00:00.000Z 2026-11-13T20:00:00.000Z']);
});

/** A turn of a week for the nights, and in the office hours somebody else. */
const nights = (people: string[], fields: object = {}): RoleDefinition => ({
  timeZone: 'America/New_York',
  seats: [
    {
      name: 'first',
      layers: [
        {
          ...{
            name: 'weeks',
            every: { count: 1, unit: 'weeks' },
            handoff: { time: '08:00', weekday: 'monday' },
          },
          ...{ from: '2026-11-02', people, ...fields },
        },
        {
          ...{
            name: 'office',
            every: { count: 1, unit: 'days' },
            handoff: { time: '08:00' },
            from: '2026-11-01',
          },
          people: ['karin'],
          hours: Object.fromEntries(
            ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, ['08:00-17:00']]),
          ),
        },
      ],
    },
  ],
});
const week = [new Date('2026-11-09T00:00Z'), new Date('2026-11-18T00:00Z')] as const;
/** New York is five hours behind: who has the seat from when on, with a plus where a turn is resumed. */
const marked = (of: DeskDuty) =>
  stretches(of, ...week).map(({ person, from: since, resumes, pauses }) => {
    const local = new Date(since.getTime() - 5 * 3_600_000).toISOString().slice(8, 13);
    return `${resumes ? '+' : ''}${person}${pauses ? '-' : ''} ${local}`;
  });

it('says of a turn that it pauses for the office hours, and is resumed by the same person', () => {
  const versions = [version(nights(['anna', 'bo']), '2026-10-01T00:00Z')];
  expect(marked(duty({ versions })).slice(0, 8)).toEqual([
    // the weekend of Anna’s week; Bo’s begins on Monday evening
    'anna 06T17',
    'karin- 09T08',
    'bo- 09T17',
    '+karin- 10T08',
    '+bo- 10T17',
    '+karin- 11T08',
    '+bo- 11T17',
    '+karin- 12T08',
  ]);
});

it('of one that somebody else has taken over in between it says no such thing', () => {
  const versions = [version(nights(['anna', 'bo']), '2026-10-01T00:00Z')];
  const evening = {
    ...{ id: '1', role: 'technician', seat: 'first', insteadOf: 'bo', person: 'anna' },
    ...{ from: new Date('2026-11-10T23:00Z'), to: new Date('2026-11-11T03:00Z') },
  };
  const found = marked(duty({ versions, overrides: [evening] }));
  expect(found.slice(4, 8)).toEqual(['+bo 10T17', 'anna 10T18', 'bo- 10T22', '+karin- 11T08']);
});

it('two who take turns of half a day hand over each time', () => {
  const turns = { every: { count: 12, unit: 'hours' }, handoff: { time: '08:00' } };
  const versions = [version(nights(['anna', 'bo'], turns), '2026-10-01T00:00Z')];
  const weekend = marked(duty({ versions })).filter((line) => / 1[45]T/.test(line));
  expect(weekend.every((line) => !/[+-]/.test(line.replace(/ .*/, '')))).toBe(true);
});
