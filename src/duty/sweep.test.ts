import { describe, expect, test } from 'vitest';
import type { Script } from '../ivr/index.ts';
import { dinoScript } from '../ivr/dino.fixture.ts';
import type { DeskDuty, Layer } from './schedule.ts';
import { sweep } from './sweep.ts';

const zone = 'America/New_York';
const daily = (people: string[], fields: Partial<Layer> = {}): Layer => ({
  name: 'rota',
  every: { count: 1, unit: 'days' },
  handoff: { time: '08:00' },
  from: '2026-01-01',
  people,
  ...fields,
});
const version = (role: string, ...seats: Layer[][]) => ({
  role,
  validFrom: new Date(0),
  definition: {
    timeZone: zone,
    seats: seats.map((layers, index) => ({ name: `seat ${index + 1}`, layers })),
  },
});
/** A desk whose schedule has no gap: three technicians, the rest by list. */
const whole: DeskDuty = {
  desk: 'dino',
  lists: { sales: ['sal'], supervisor: ['sue'], technician: ['tom'], 'senior-technician': ['nobody'] },
  versions: [version('senior-technician', [daily(['anna'])], [daily(['bo'])], [daily(['cleo'])])],
  overrides: [],
  leave: [],
};
const from = new Date('2026-11-01T13:00Z');
const days = (count: number) => new Date(from.getTime() + count * 86_400_000);
const at = (text: string) => new Date(text);

/** `problem role people from to`, by the minute. */
function told(
  duty: DeskDuty,
  unreachable: string[] = [],
  script: Pick<Script, 'plans'> = dinoScript(),
  others: DeskDuty[] = [],
): string[] {
  const canBeReached = (key: string) => !unreachable.includes(key);
  const found = sweep({ script, duty, canBeReached, others }, from, days(90));
  return found.map((of) =>
    [
      of.problem,
      of.role,
      of.people.join('+') || '-',
      ...(of.elsewhere ?? []).map(({ desk, role }) => `${role}@${desk}`),
      ...[of.from, of.to].map((time) => time.toISOString().slice(5, 16)),
    ].join(' '),
  );
}

describe('a sweep of ninety days', () => {
  test('finds nothing where nothing is wrong', () => {
    expect(told(whole)).toEqual([]);
  });

  test('finds each planted gap, and nothing beside it', () => {
    const duty: DeskDuty = {
      ...whole,
      versions: [
        ...whole.versions,
        // A week without sales in December, and a supervisor whose nights nobody has.
        version('sales', [
          daily(['sal'], { until: '2026-12-10' }),
          daily(['sal'], { name: 'later', from: '2026-12-17' }),
        ]),
        version('supervisor', [
          daily(['sue'], {
            hours: {
              sunday: ['00:00-24:00'],
              monday: ['00:00-23:00'],
              tuesday: ['00:00-24:00'],
              wednesday: ['00:00-24:00'],
              thursday: ['00:00-24:00'],
              friday: ['00:00-24:00'],
              saturday: ['00:00-24:00'],
            },
          }),
        ]),
      ],
      leave: [{ person: 'tom', from: at('2026-12-24T00:00Z'), to: at('2026-12-27T00:00Z') }],
    };
    const found = told(duty);
    expect(found.filter((line) => line.startsWith('nobody sales'))).toEqual([
      'nobody sales - 12-10T13:00 12-17T13:00',
    ]);
    // Without a technician a senior one stands in.
    expect(found.filter((line) => line.startsWith('nobody technician'))).toEqual([]);
    const nights = found.filter((line) => line.startsWith('nobody supervisor'));
    expect(nights).toHaveLength(13);
    expect(nights[0]).toBe('nobody supervisor - 11-03T04:00 11-03T05:00');
    expect(found).toHaveLength(14);
  });

  test('finds too few, and says so until somebody covers', () => {
    const leave = [{ person: 'bo', from: at('2026-12-01T00:00Z'), to: at('2026-12-03T00:00Z') }];
    const cover = {
      ...{ id: 'o', role: 'senior-technician', seat: undefined, insteadOf: 'bo', person: 'dag' },
      ...{ from: at('2026-12-02T00:00Z'), to: at('2026-12-05T00:00Z') },
    };
    expect(told({ ...whole, leave })).toEqual([
      'too-few senior-technician anna+cleo 12-01T00:00 12-03T00:00',
    ]);
    expect(told({ ...whole, leave, overrides: [cover] })).toEqual([
      'too-few senior-technician anna+cleo 12-01T00:00 12-02T00:00',
    ]);
  });

  test('finds whoever cannot be reached, for as long as they have a shift', () => {
    const week: Layer = daily(['cleo', 'dag'], { every: { count: 6, unit: 'weeks' } });
    const duty = {
      ...whole,
      versions: [version('senior-technician', [daily(['anna'])], [daily(['bo'])], [week])],
    };
    expect(told(duty, ['dag'])).toEqual([
      'unreachable senior-technician dag 11-01T13:00 12-03T13:00',
      'unreachable senior-technician dag 01-14T13:00 01-30T13:00',
    ]);
  });

  test('finds one person in two seats, of one role or of two', () => {
    const override = {
      id: 'o',
      seat: 'seat 2',
      insteadOf: undefined,
      from: at('2026-12-01T00:00Z'),
      to: at('2026-12-02T00:00Z'),
    };
    const twice = { ...whole, overrides: [{ ...override, role: 'senior-technician', person: 'anna' }] };
    expect(told(twice)).toEqual([
      'too-few senior-technician anna+cleo 12-01T00:00 12-02T00:00',
      'doubled senior-technician anna 12-01T00:00 12-02T00:00',
    ]);
    const roles = {
      ...whole,
      overrides: [{ ...override, role: 'sales', seat: undefined, insteadOf: 'sal', person: 'sue' }],
    };
    expect(told(roles)).toEqual(['doubled sales and supervisor sue 12-01T00:00 12-02T00:00']);
  });

  test('finds one person at two desks at once, for as long as that is', () => {
    const other: DeskDuty = {
      ...{ desk: 'netex', lists: { supervisor: ['sue'] }, overrides: [], leave: [] },
      versions: [
        version('technician', [
          daily(['zoe'], { from: '2026-10-01' }),
          daily(['bo'], { name: 'stands in', from: '2026-12-05', until: '2026-12-07' }),
        ]),
      ],
    };
    // One supervisor behind both desks is meant so.
    expect(told(whole, [], undefined, [other])).toEqual([
      'doubled senior-technician bo technician@netex 12-05T13:00 12-07T13:00',
    ]);
    const away = [{ person: 'bo', from: at('2026-12-06T00:00Z'), to: at('2026-12-09T00:00Z') }];
    const both = { ...other, leave: away };
    expect(told({ ...whole, leave: away }, [], undefined, [both])).toEqual([
      'doubled senior-technician bo technician@netex 12-05T13:00 12-06T00:00',
      'too-few senior-technician anna+cleo 12-06T00:00 12-09T00:00',
    ]);
    const asOperator = { ...other, lists: { operator: ['sue'] }, versions: [] };
    expect(told(whole, [], undefined, [asOperator])).toEqual([
      'doubled supervisor sue operator@netex 11-01T13:00 01-30T13:00',
    ]);
  });

  test('takes a role that may stand in for enough, and needs an operator around the clock where there are any', () => {
    const [plan] = Object.values(dinoScript().plans);
    const standIn = {
      plans: {
        only: {
          ...plan!,
          wider: [],
          page: [{ role: 'sales' as const, people: 1, or: ['supervisor' as const] }],
        },
      },
    };
    expect(told({ ...whole, lists: { supervisor: ['sue'] } }, [], standIn)).toEqual([]);
    const days5 = {
      monday: ['00:00-24:00'],
      tuesday: ['00:00-24:00'],
      wednesday: ['00:00-24:00'],
      thursday: ['00:00-24:00'],
      friday: ['00:00-24:00'],
    };
    const duty = {
      ...whole,
      versions: [...whole.versions, version('operator', [daily(['ola'], { hours: days5 })])],
    };
    expect(told(duty, []).filter((line) => line.startsWith('nobody operator'))).toHaveLength(14);
  });
});
