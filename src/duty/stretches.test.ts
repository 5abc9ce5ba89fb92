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
