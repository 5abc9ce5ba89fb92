import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { anna, bo, enrol, sue } from '../../test/support/people.ts';
import { watchedDino } from '../../test/support/watched.ts';
import { leave, readChanges, readKeptGaps, withdraw, type Doing } from '../duty/index.ts';
import { importLeave } from './import-leave.store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  // On duty by list, both, at every hour: whoever is away leaves too few.
  await enrol(database.pool, [anna, bo, sue]);
});
afterAll(() => database.close());

const start = new Date('2026-11-12T07:00:00Z');
const doing = (reason: string, now = start): Doing => ({
  db: database.db,
  people: [anna, bo, sue].map((person) => ({ ...person, canBeReached: true })),
  desks: [watchedDino()],
  ...{ by: 'Anna', now, reason },
});
const event = (uid: string, from: string, to: string, ...more: string[]) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  'SUMMARY:See the doctor',
  `DTSTART;VALUE=DATE:${from}`,
  `DTEND;VALUE=DATE:${to}`,
  ...more,
  'END:VEVENT',
];
const calendar = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
const holidays = calendar(
  event('christmas', '20261224', '20261227'),
  event('fridays', '20270108', '20270109', 'RRULE:FREQ=WEEKLY;COUNT=3'),
);
const imports = (text: string, { reason = 'agreed', now = start, person = 'anna' } = {}) =>
  importLeave(doing(reason, now), { person, text, timeZone: 'America/New_York' });
const stored = async (now = start) => {
  const { leave: rows } = await readChanges(database.db, 'dino', now);
  return rows.map(({ source, fromAt, toAt }) => [source, fromAt.toISOString(), toAt.toISOString()]);
};

it('opens gaps with a reason alone, and lists them', async () => {
  const refused = await imports(holidays, { reason: ' ' });
  expect(refused).toMatchObject({ ok: false, faults: [] });
  const gaps = refused.ok ? [] : (refused.gaps ?? []);
  expect(gaps.map(({ role, problem, from }) => [role, problem, from.toISOString()])).toContainEqual([
    ...['senior-technician', 'too-few', '2026-12-24T05:00:00.000Z'],
  ]);
  expect(await stored()).toEqual([]);
  expect(await imports(holidays)).toEqual({
    ok: true,
    counts: { added: 4, changed: 0, gone: 0, asBefore: 0 },
  });
  expect(await readKeptGaps(database.db, 'dino', start)).not.toEqual([]);
});

it('twice is once, a changed event changes, a vanished one goes, and what was entered by hand stays', async () => {
  await leave(doing('ill'), {
    ...{ person: 'anna', why: 'by hand' },
    ...{ from: new Date('2027-03-01T05:00Z'), to: new Date('2027-03-02T05:00Z') },
  });
  const before = await stored();
  expect(before).toHaveLength(5);
  expect(await imports(holidays)).toMatchObject({ counts: { asBefore: 4 } });
  expect(await stored()).toEqual(before);

  const changed = calendar(
    event('christmas', '20261223', '20261227'),
    event('fridays', '20270108', '20270109', 'RRULE:FREQ=WEEKLY;COUNT=2'),
  );
  expect(await imports(changed)).toMatchObject({
    counts: { added: 0, changed: 1, gone: 1, asBefore: 2 },
  });
  expect(await stored()).toEqual([
    ['christmas', '2026-12-23T05:00:00.000Z', '2026-12-27T05:00:00.000Z'],
    ['fridays#20270108', '2027-01-08T05:00:00.000Z', '2027-01-09T05:00:00.000Z'],
    ['fridays#20270115', '2027-01-15T05:00:00.000Z', '2027-01-16T05:00:00.000Z'],
    [null, '2027-03-01T05:00:00.000Z', '2027-03-02T05:00:00.000Z'],
  ]);
});

it('one person’s calendar says nothing of another’s leave', async () => {
  await imports(calendar(event('christmas', '20261224', '20261225')), { person: 'bo' });
  expect(await stored()).toHaveLength(5);
  await imports(calendar(), { person: 'bo' });
  expect(await stored()).toHaveLength(4);
});

it('what has begun is not begun anew, and an event that comes again after it is over is new', async () => {
  const christmas = new Date('2026-12-25T12:00:00Z');
  const longer = calendar(event('christmas', '20261223', '20261228'));
  expect(await imports(longer, { now: christmas })).toMatchObject({
    counts: { added: 0, changed: 1, gone: 2, asBefore: 0 },
  });
  expect((await stored(christmas))[0]).toEqual([
    ...['christmas', christmas.toISOString(), '2026-12-28T05:00:00.000Z'],
  ]);
  expect(await imports(longer, { now: christmas })).toMatchObject({
    counts: { asBefore: 1 },
  });
  const later = new Date('2027-01-10T12:00:00Z');
  const moved = calendar(event('christmas', '20271223', '20271228'));
  expect(await imports(moved, { now: later })).toMatchObject({
    counts: { added: 1, changed: 0, gone: 0, asBefore: 0 },
  });
});

it('what was taken back by hand comes with the next import, since the calendar still says so', async () => {
  const now = new Date('2027-01-10T12:00:00Z');
  const moved = calendar(event('christmas', '20271223', '20271228'));
  const { leave: rows } = await readChanges(database.db, 'dino', now);
  const id = rows.find(({ source }) => source === 'christmas')?.id ?? '';
  expect(await withdraw(doing('', now), id)).toMatchObject({ ok: true });
  expect(await imports(moved, { now })).toMatchObject({ counts: { added: 1 } });
});

it('keeps nothing of what the events are called', async () => {
  const { rows } = await database.pool.query<{ row: string }>(`SELECT l::text AS row FROM duty_leave l`);
  expect(rows.map(({ row }) => row).join()).not.toContain('doctor');
});

it('changes nothing where a line cannot be read, nor for nobody', async () => {
  const wrong = calendar(event('x', '20270101', '20270102'), event('y', '2027-01-01', '20270102'));
  expect(await imports(wrong)).toEqual({
    ok: false,
    faults: [{ line: 12, kind: 'no-time', property: 'DTSTART', value: '2027-01-01' }],
  });
  expect(await imports(holidays, { person: 'zoe' })).toMatchObject({
    faults: [{ kind: 'unknown-person', person: 'zoe' }],
  });
});
