import { describe, expect, test } from 'vitest';
import { roleDefinitionSchema } from './definition.ts';
import { faultsOf } from './faults.ts';
import { onDutyAt, whoIsOnDuty } from './on-duty.ts';
import type { DeskDuty, Layer, RoleDefinition, RoleVersion } from './schedule.ts';
import { shifts } from './shifts.ts';

const layer = (fields: Partial<Layer> = {}): Layer => ({
  name: 'rota',
  every: { count: 1, unit: 'weeks' },
  handoff: { time: '08:00', weekday: 'monday' },
  from: '2026-01-05',
  people: ['anna', 'bo', 'cleo'],
  ...fields,
});
const definitionOf = (timeZone: string, ...layers: Layer[]): RoleDefinition => ({
  timeZone,
  seats: [{ name: 'first', layers }],
});
const version = (definition: RoleVersion['definition'], validFrom = '2020-01-01T00:00Z'): RoleVersion => ({
  role: 'technician',
  validFrom: new Date(validFrom),
  definition,
});
const dutyOf = (definition: RoleDefinition, more: Partial<DeskDuty> = {}): DeskDuty => ({
  desk: 'dvnordic',
  lists: {},
  versions: [version(definition)],
  overrides: [],
  leave: [],
  ...more,
});
const inStockholm = (...layers: Layer[]) => dutyOf(definitionOf('Europe/Stockholm', ...layers));
const inNewYork = (...layers: Layer[]) => dutyOf(definitionOf('America/New_York', ...layers));
const who = (duty: DeskDuty, at: string) => onDutyAt(duty, new Date(at)).map(({ person }) => person);
/** `anna 2026-03-28T23:00Z 2026-03-29T22:00Z` */
const told = (duty: DeskDuty, from: string, to: string) =>
  shifts(duty, new Date(from), new Date(to)).map((of) =>
    [of.person, ...[of.from, of.to].map((at) => at.toISOString().replace(':00.000', ''))].join(' '),
  );

describe('a weekly rotation', () => {
  test('goes by the local clock, winter and summer', () => {
    const duty = inStockholm(layer());
    expect(who(duty, '2026-01-12T06:59Z')).toEqual(['anna']);
    expect(who(duty, '2026-01-12T07:00Z')).toEqual(['bo']);
    expect(who(duty, '2026-06-29T05:59Z')).toEqual(['anna']);
    expect(who(duty, '2026-06-29T06:00Z')).toEqual(['bo']);
  });

  test('begins in the middle of a week with the first person, until the first handoff', () => {
    const duty = inStockholm(layer({ from: '2026-01-07' }));
    expect(who(duty, '2026-01-07T06:59Z')).toEqual([]);
    expect(who(duty, '2026-01-07T07:00Z')).toEqual(['anna']);
    expect(who(duty, '2026-01-12T07:00Z')).toEqual(['bo']);
  });

  test('ends when it is said to', () => {
    const duty = inStockholm(layer({ until: '2026-01-14' }));
    expect(who(duty, '2026-01-14T06:59Z')).toEqual(['bo']);
    expect(who(duty, '2026-01-14T07:00Z')).toEqual([]);
  });
});

describe('a handoff on the day on which clocks change', () => {
  const daily = (time: string) =>
    layer({ every: { count: 1, unit: 'days' }, handoff: { time }, from: '2026-01-01' });

  test.each([
    [
      'Stockholm, forward',
      inStockholm(daily('02:30')),
      '2026-03-29T01:00Z',
      '2026-03-28T01:30Z',
      '2026-03-30T00:30Z',
    ],
    [
      'Stockholm, back',
      inStockholm(daily('02:30')),
      '2026-10-25T00:30Z',
      '2026-10-24T00:30Z',
      '2026-10-26T01:30Z',
    ],
    [
      'New York, forward',
      inNewYork(daily('02:30')),
      '2026-03-08T07:00Z',
      '2026-03-07T07:30Z',
      '2026-03-09T06:30Z',
    ],
    [
      'New York, back',
      inNewYork(daily('01:30')),
      '2026-11-01T05:30Z',
      '2026-10-31T05:30Z',
      '2026-11-02T06:30Z',
    ],
  ])('%s: a skipped time is the change, a doubled one the first', (_where, duty, handoff, before, after) => {
    const at = new Date(handoff);
    const [earlier, later] = shifts(duty, new Date(at.getTime() - 1), new Date(at.getTime() + 1));
    expect([earlier?.from, earlier?.to]).toEqual([new Date(before), at]);
    expect([later?.from, later?.to]).toEqual([at, new Date(after)]);
  });

  test('a day lasts 23 or 25 hours, and the handoff stays where it is on the clock', () => {
    const duty = inStockholm(daily('08:00'));
    const hoursOf = (day: string) =>
      shifts(duty, new Date(`${day}T12:00Z`), new Date(`${day}T12:01Z`)).map(
        ({ from, to }) => (to.getTime() - from.getTime()) / 3_600_000,
      );
    expect(['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'].map(hoursOf)).toEqual([
      [23],
      [24],
      [25],
      [24],
    ]);
  });

  test('a turn that lies in the skipped hour does not take place', () => {
    const duty = inStockholm(
      layer({ every: { count: 1, unit: 'hours' }, handoff: { time: '00:00' }, from: '2026-03-29' }),
    );
    expect(told(duty, '2026-03-28T23:00Z', '2026-03-29T02:00Z')).toEqual([
      'anna 2026-03-28T23:00Z 2026-03-29T00:00Z',
      'bo 2026-03-29T00:00Z 2026-03-29T01:00Z',
      'anna 2026-03-29T01:00Z 2026-03-29T02:00Z',
    ]);
  });
});

describe('layers', () => {
  const nights = layer({
    name: 'nights',
    people: ['dag'],
    hours: { monday: ['17:00-08:00'], friday: ['17:00-24:00'], saturday: ['00:00-24:00'] },
  });

  test('a later one lies over the earlier ones in its hours only', () => {
    const duty = inStockholm(layer(), nights);
    expect(told(duty, '2026-01-12T08:00Z', '2026-01-13T08:00Z')).toEqual([
      'bo 2026-01-12T07:00Z 2026-01-12T16:00Z',
      'dag 2026-01-12T16:00Z 2026-01-13T07:00Z',
      'bo 2026-01-13T07:00Z 2026-01-16T16:00Z',
    ]);
    expect(onDutyAt(duty, new Date('2026-01-12T16:00Z'))).toEqual([
      { role: 'technician', seat: 'first', person: 'dag', layer: 'nights' },
    ]);
  });

  test('hours that touch at midnight are one shift', () => {
    expect(told(inStockholm(nights), '2026-01-16T16:00Z', '2026-01-17T23:00Z')).toEqual([
      'dag 2026-01-16T16:00Z 2026-01-17T23:00Z',
    ]);
  });
});

describe('who is on duty', () => {
  const override = {
    id: 'o1',
    role: 'technician',
    seat: undefined,
    insteadOf: 'anna',
    person: 'dag',
    from: new Date('2026-01-06T00:00Z'),
    to: new Date('2026-01-07T00:00Z'),
  };

  test('is said with why, and until when', () => {
    const duty = { ...inStockholm(layer()), overrides: [override] };
    expect(whoIsOnDuty(duty, new Date('2026-01-05T12:00Z'))).toEqual([
      { role: 'technician', seat: 'first', person: 'anna', layer: 'rota', until: override.from },
    ]);
    expect(whoIsOnDuty(duty, override.from)).toEqual([
      { role: 'technician', seat: 'first', person: 'dag', layer: 'rota', override: 'o1', until: override.to },
    ]);
  });

  test('goes on over a handoff to the same person, and has no end where there is none', () => {
    expect(
      whoIsOnDuty(inStockholm(layer({ people: ['anna'] })), new Date('2026-01-06T00:00Z')),
    ).toMatchObject([{ person: 'anna', until: undefined }]);
  });

  test('a swap of two at the same time leaves both on duty, each in the seat of the other', () => {
    const seat = (name: string, person: string) => ({ name, layers: [layer({ people: [person] })] });
    const duty = dutyOf(
      { timeZone: 'Europe/Stockholm', seats: [seat('first', 'anna'), seat('second', 'bo')] },
      {
        overrides: [
          { ...override, seat: 'first', insteadOf: 'anna', person: 'bo' },
          { ...override, id: 'o2', seat: 'second', insteadOf: 'bo', person: 'anna' },
        ],
      },
    );
    expect(who(duty, '2026-01-06T12:00Z')).toEqual(['bo', 'anna']);
    expect(who(duty, '2026-01-07T12:00Z')).toEqual(['anna', 'bo']);
  });

  test('leave is a hole unless somebody covers it', () => {
    const leave = [
      { person: 'anna', from: new Date('2026-01-06T00:00Z'), to: new Date('2026-01-09T00:00Z') },
    ];
    const away = { ...inStockholm(layer()), leave };
    expect(who(away, '2026-01-06T12:00Z')).toEqual([]);
    expect(who({ ...away, overrides: [override] }, '2026-01-06T12:00Z')).toEqual(['dag']);
    expect(who({ ...away, overrides: [override] }, '2026-01-07T12:00Z')).toEqual([]);
    expect(told(away, '2026-01-05T12:00Z', '2026-01-10T00:00Z')).toEqual([
      'anna 2026-01-05T07:00Z 2026-01-06T00:00Z',
      'anna 2026-01-09T00:00Z 2026-01-12T07:00Z',
    ]);
  });

  test('without a schedule is the duty list, in order, with overrides and leave', () => {
    const list = { ...dutyOf(definitionOf('UTC')), versions: [], lists: { technician: ['anna', 'bo'] } };
    expect(who(list, '2026-01-06T12:00Z')).toEqual(['anna', 'bo']);
    expect(who({ ...list, overrides: [override] }, '2026-01-06T12:00Z')).toEqual(['dag', 'bo']);
  });

  test('follows the version that was in force: the past stays true', () => {
    const duty = {
      ...inStockholm(layer()),
      lists: { technician: ['sue'] },
      versions: [
        version(definitionOf('Europe/Stockholm', layer()), '2026-01-06T12:00Z'),
        version(definitionOf('Europe/Stockholm', layer({ people: ['dag'] })), '2026-01-07T12:00Z'),
        version(null, '2026-01-08T12:00Z'),
      ],
    };
    const days = ['05', '06', '07', '08'].map((day) => who(duty, `2026-01-${day}T12:00Z`));
    expect(days).toEqual([['sue'], ['anna'], ['dag'], ['sue']]);
  });
});

describe('a schedule', () => {
  const faults = (definition: RoleDefinition) =>
    faultsOf(definition).map(({ path, what, mend }) => `${path.join('.')}: ${what} ${mend}`);

  test.each<[string, Layer[], string]>([
    [
      'overlaps itself',
      [layer(), layer({ name: 'other', from: '2026-01-05' })],
      'seats.0.layers.0: The schedule overlaps itself: "other" lies over "rota" at all times',
    ],
    [
      'has hours that overlap, over midnight',
      [layer({ hours: { monday: ['17:00-08:00'], tuesday: ['07:00-12:00'] } })],
      'seats.0.layers.0.hours.tuesday.0: The hours overlap themselves: tuesday 07:00-12:00 lies over monday 17:00-08:00.',
    ],
    [
      'has hours that overlap, over the end of the week',
      [layer({ hours: { sunday: ['17:00-08:00'], monday: ['07:00-12:00'] } })],
      'The hours overlap themselves',
    ],
    [
      'ends before it begins',
      [layer({ until: '2026-01-05' })],
      'seats.0.layers.0.until: The layer ends on 2026-01-05',
    ],
    [
      'has a weekday that a daily turn does not have',
      [layer({ every: { count: 1, unit: 'days' } })],
      'seats.0.layers.0.handoff: A turn of 1 days is not handed over on a monday only.',
    ],
    [
      'has two layers of one name',
      [layer({ until: '2026-02-02' }), layer({ from: '2026-02-02' })],
      'There is a layer "rota" already.',
    ],
  ])('that %s is refused', (_what, layers, fault) => {
    expect(faults(definitionOf('Europe/Stockholm', ...layers)).join('\n')).toContain(fault);
  });

  test('with layers that take turns, or hours of their own, is none of these', () => {
    const day = layer({ name: 'day', hours: { monday: ['08:00-17:00'] } });
    expect(faults(definitionOf('UTC', layer(), day, layer({ name: 'later', from: '2026-02-02' })))).toEqual(
      [],
    );
  });

  test.each<[string, unknown]>([
    ['has a time zone that there is none of', { ...definitionOf('Europe/Stokholm', layer()) }],
    ['has a rotation without people', definitionOf('UTC', layer({ people: [] }))],
    ['has an unknown weekday', definitionOf('UTC', layer({ hours: { mandag: ['08:00-17:00'] } as never }))],
    ['has a turn of nothing', definitionOf('UTC', layer({ every: { count: 0, unit: 'days' } }))],
    ['begins on a date that there is none of', definitionOf('UTC', layer({ from: '2026-02-30' }))],
  ])('that %s is not stored', (_what, definition) => {
    expect(roleDefinitionSchema.safeParse(definition).success).toBe(false);
  });
});
