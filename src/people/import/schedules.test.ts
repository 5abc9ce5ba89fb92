import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { loadScripts, type Script } from '../../ivr/index.ts';
import { loadRoster } from '../index.ts';
import { importPeople, type ImportReport } from './index.ts';
import { describeReport } from './report.ts';

let database: TestDatabase;
let desks: Script[];
beforeAll(async () => {
  database = await createTestDatabase();
  desks = (await loadScripts('ivr-scripts')).scripts;
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('DELETE FROM duty_schedule; DELETE FROM person'));

/** Wednesday noon in New York. */
const now = new Date('2026-12-02T17:00Z');
const importText = (text: string, at = now) =>
  importPeople(database.db, { file: 'people.yaml', text }, { desks, now: at });

async function importFine(text: string, at?: Date): Promise<Extract<ImportReport, { ok: true }>> {
  const report = await importText(text, at);
  if (!report.ok) throw new Error(describeReport(report));
  return report;
}

const people = `
people:
  - { key: anna, name: Anna, roles: [technician], voice: +12025550111 }
  - { key: bo, name: Bo, roles: [technician], voice: +12025550112 }
  - { key: cleo, name: Cleo, roles: [technician], voice: +12025550113 }
  - { key: sue, name: Sue, roles: [supervisor], voice: +12025550115 }
duty: { dino: { technician: [cleo], supervisor: [sue] } }
`;
const scheduleOf = (layer: string, more = '') =>
  `${people}schedules: { dino: { technician: { ${more} seats: [{ layers: [{ ${layer} }] }] } } }`;
const weekly = scheduleOf('rotation: weekly, handoff: monday 08:00, from: 2026-11-30, people: [anna, bo]');
const onDuty = async (at: string) =>
  (await loadRoster(database.pool, 'dino', new Date(at))).duty['technician']?.map(({ key }) => key) ?? [];
const count = async (table: string) =>
  (await database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n;

describe('schedules of a people file', () => {
  it('replace the duty list from the import on, by the clock of the desk, and leave the past as it was', async () => {
    const report = await importFine(weekly);
    expect(report.schedules).toEqual([
      { desk: 'dino', role: 'technician', seats: 1, validFrom: now, isNew: true },
    ]);
    expect(describeReport(report)).toContain('Schedule: dino technician  1 seat, from 2026-12-02T17:00Z on');
    expect(await onDuty('2026-12-02T16:59Z')).toEqual(['cleo']);
    expect(await onDuty('2026-12-02T17:00Z')).toEqual(['anna']);
    expect(await onDuty('2026-12-07T12:59Z')).toEqual(['anna']);
    expect(await onDuty('2026-12-07T13:00Z')).toEqual(['bo']);
  });

  it('change nothing when they come again, and begin a new version when they are others', async () => {
    await importFine(weekly);
    const later = new Date('2026-12-03T17:00Z');
    const again = await importFine(weekly, later);
    expect(again.schedules).toMatchObject([{ isNew: false }]);
    expect(await count('duty_schedule')).toBe(1);
    await importFine(weekly.replace('[anna, bo]', '[bo]'), later);
    expect(await onDuty('2026-12-03T16:59Z')).toEqual(['anna']);
    expect(await onDuty('2026-12-03T17:00Z')).toEqual(['bo']);
  });

  it('may begin later, and be ended by a role without anything', async () => {
    await importFine(weekly.replace('seats:', 'valid_from: 2026-12-08T08:00, seats:'));
    expect(await onDuty('2026-12-08T12:59Z')).toEqual(['cleo']);
    expect(await onDuty('2026-12-08T13:00Z')).toEqual(['bo']);
    await importFine(`${people}schedules: { dino: { technician: } }`, new Date('2026-12-09T12:00Z'));
    expect(await onDuty('2026-12-09T12:00Z')).toEqual(['cleo']);
  });

  it('are read with nights, days of the week and lengths of their own', async () => {
    await importFine(`${people}
schedules:
  dino:
    technician:
      seats:
        - name: first
          layers:
            - { rotation: { days: 3 }, handoff: 09:00, from: 2026-12-01, people: [anna, bo] }
            - name: nights
              rotation: daily
              handoff: 17:00
              from: 2026-12-01
              until: 2026-12-31
              people: [cleo]
              hours: { monday: [17:00-08:00], tuesday: [17:00-08:00] }`);
    expect(await onDuty('2026-12-07T21:59Z')).toEqual(['anna']);
    expect(await onDuty('2026-12-07T22:00Z')).toEqual(['cleo']);
    expect(await onDuty('2026-12-08T13:00Z')).toEqual(['anna']);
  });

  it('warn of nobody on duty only for roles that have neither schedule nor list', async () => {
    const { warnings } = await importFine(weekly.replace(', voice: +12025550112', ''));
    const told = warnings.map(({ what }) => what);
    expect(told).toContain('Bo is on duty at dino without any number: no page can reach them.');
    expect(told.filter((what) => what.includes('as technician'))).toEqual([]);
  });

  it.each([
    [
      scheduleOf('rotation: weekly, handoff: monday 08:00, from: 2026-11-30, people: []'),
      'has nobody in it',
      'Write the keys of people in their order',
    ],
    [
      scheduleOf('rotation: weekly, handoff: mondag 08:00, from: 2026-11-30, people: [anna]'),
      'names no weekday',
      'Did you mean "monday"?',
    ],
    [
      scheduleOf('rotation: weekly, handoff: 25:00, from: 2026-11-30, people: [anna]'),
      'is no handoff',
      'Write a time such as 08:00',
    ],
    [
      scheduleOf('rotation: fortnightly, handoff: 08:00, from: 2026-11-30, people: [anna]'),
      'is no rotation',
      '{ weeks: 2 }',
    ],
    [
      scheduleOf('rotation: daily, handoff: 08:00, from: 2026-11-31, people: [anna]'),
      'is no date',
      'Write a date, year first',
    ],
    [
      scheduleOf('rotation: daily, handoff: 08:00, people: [anna]'),
      'The key "from" is missing',
      'from: 2026-12-24',
    ],
    [
      scheduleOf('rotation: daily, handoff: 08:00, from: 2026-11-30, peple: [anna], people: [bo]'),
      'Unknown key "peple"',
      'Did you mean "people"?',
    ],
    [
      scheduleOf('rotation: daily, handoff: 08:00, from: 2026-11-30, people: [ana]'),
      'Nobody has the key "ana"',
      'Did you mean "anna"?',
    ],
    [
      scheduleOf('rotation: daily, handoff: 08:00, from: 2026-11-30, people: [sue]'),
      'sue has not the role technician',
      'Add technician to the roles of sue',
    ],
    [
      scheduleOf('rotation: daily, handoff: 08:00, from: 2026-11-30, until: 2026-11-30, people: [bo]'),
      'The layer ends on 2026-11-30',
      'Write a later date',
    ],
    [
      scheduleOf(
        'rotation: daily, handoff: 08:00, from: 2026-11-30, people: [bo], hours: { mon: [08:00-17:00] }',
      ),
      'Unknown key "mon"',
      'Known here: monday, tuesday',
    ],
    [
      scheduleOf(
        'rotation: daily, handoff: 08:00, from: 2026-11-30, people: [bo], hours: { monday: [8-17] }',
      ),
      '"8-17" in',
      'Write hours such as 17:00-08:00',
    ],
    [
      scheduleOf(
        'rotation: daily, handoff: 08:00, from: 2026-11-30, people: [bo], hours: { monday: [17:00-08:00], tuesday: [07:00-09:00] }',
      ),
      'The hours overlap themselves',
      'End one where',
    ],
    [
      scheduleOf(
        'rotation: daily, handoff: 08:00, from: 2026-11-30, people: [bo]',
        'valid_from: 2026-12-01T08:00,',
      ),
      'is past',
      'Leave valid_from: out',
    ],
    [
      scheduleOf(
        'rotation: daily, handoff: 08:00, from: 2026-11-30, people: [bo]',
        'time_zone: Europe/Stokholm,',
      ),
      '"Europe/Stokholm" is no time zone',
      'Europe/Stockholm',
    ],
    [
      scheduleOf('rotation: daily, handoff: 08:00, from: 2026-11-30, people: [bo]').replace(
        'schedules: { dino',
        'schedules: { dyno',
      ),
      'There is no desk "dyno"',
      'Did you mean "dino"?',
    ],
    [`${people}schedules: { dino: [] }`, 'is not a mapping', 'Write roles under each desk'],
    [`${people}schedules: []`, 'is not a mapping', 'Write roles under each desk'],
    [
      `${people}schedules: { dino: { technician: { seats: [{ layers: [
        { rotation: daily, handoff: 08:00, from: 2026-11-30, people: [anna] },
        { name: all, rotation: daily, handoff: 08:00, from: 2026-11-30, people: [bo] }] }] } } }`,
      'The schedule overlaps itself: "all" lies over "layer 1" at all times',
      'Give "all" hours:',
    ],
  ])('fault %# is refused with its place and its mend', async (text, what, mend) => {
    const report = await importText(text);
    if (report.ok) throw new Error('it was imported');
    expect(report.faults).toHaveLength(1);
    const told = describeReport(report);
    expect(told).toMatch(/^people\.yaml:\d+:\d+: /);
    expect(told).toContain(what);
    expect(told).toContain(mend);
    expect(await count('person')).toBe(0);
  });
});

describe('leave of a people file', () => {
  it('makes a hole in the schedule, by the clock of the schedule, and comes once', async () => {
    const text = `${weekly}\nleave: [{ person: anna, from: 2026-12-04, to: 2026-12-05, why: A wedding }]`;
    expect((await importFine(text)).leave).toEqual({ added: 1, unchanged: 0 });
    expect((await importFine(text, new Date('2026-12-03T00:00Z'))).leave).toEqual({ added: 0, unchanged: 1 });
    expect(await count('duty_leave')).toBe(1);
    const times = ['2026-12-04T04:59Z', '2026-12-04T05:00Z', '2026-12-06T04:59Z', '2026-12-06T05:00Z'];
    expect(await Promise.all(times.map(onDuty))).toEqual([['anna'], [], [], ['anna']]);
  });

  it.each([
    ['{ person: ana, from: 2026-12-04, to: 2026-12-05 }', 'Nobody has the key "ana"', 'Did you mean "anna"?'],
    ['{ person: anna, from: 2026-12-05, to: 2026-12-04 }', 'ends before it begins', 'Write a later end'],
    [
      '{ person: anna, from: Friday, to: 2026-12-04 }',
      '"Friday" is neither a date nor a time',
      '2026-12-24T17:00',
    ],
    ['{ person: anna, from: 2026-12-04 }', 'The key "to" is missing', 'to: 2027-01-06'],
    [
      '{ person: anna, from: 2026-12-04, to: 2026-12-05, time_zone: Mars }',
      '"Mars" is no time zone',
      'time_zone:',
    ],
  ])('%s is refused', async (entry, what, mend) => {
    const report = await importText(`${weekly}\nleave:\n  - ${entry}`);
    if (report.ok) throw new Error('it was imported');
    expect(report.faults).toHaveLength(1);
    expect(describeReport(report)).toContain(what);
    expect(describeReport(report)).toContain(mend);
  });
});

it('the example of schedules can be imported after the example of people, without a warning', async () => {
  for (const file of ['examples/people.yaml', 'examples/schedules.yaml'])
    expect((await importFine(readFileSync(file, 'utf8'))).warnings).toEqual([]);
  const { duty } = await loadRoster(database.pool, 'dino', new Date('2026-12-08T12:00Z'));
  expect(duty['senior-technician']?.map(({ key }) => key)).toEqual(['bo', 'cleo', 'anna']);
  expect(duty['technician']?.map(({ key }) => key)).toEqual(['tess']);
});
