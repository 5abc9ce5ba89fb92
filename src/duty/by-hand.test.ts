import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { anna, bo, enrol, sue } from '../../test/support/people.ts';
import { layerOf, schedule, seatsOf } from '../../test/support/schedules.ts';
import { erasePersonalData } from '../retention/retention.store.ts';
import { answer, ask, leave, override, withdraw } from './by-hand.store.ts';
import type { Changed } from './changing.store.ts';
import { readChanges } from './changes.store.ts';
import { dutyFaultInText } from './fault-report.ts';
import { loadDeskDuty } from './load.store.ts';
import { onDutyAt } from './on-duty.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await enrol(database.pool, [anna, bo, sue]);
  await schedule(
    database.pool,
    'senior-technician',
    seatsOf([layerOf(['anna', 'bo'], { from: '2026-12-01' })]),
  );
});
afterAll(() => database.close());
beforeEach(() =>
  database.pool.query('DELETE FROM duty_override; DELETE FROM duty_swap; DELETE FROM duty_leave'),
);

/** Anna has the shifts that begin on odd days at 08:00 in New York, Bo those of even days. */
const now = new Date('2026-12-01T14:00Z');
const day = (date: number, hour = 13) => new Date(Date.UTC(2026, 11, date, hour));
const people = [anna, bo, sue].map((person) => ({ ...person, canBeReached: true }));
const doing = (at = now) => ({ db: database.db, people, desks: [], by: 'sue', now: at });
const role = { desk: 'dino', role: 'senior-technician' };
const who = async (at: Date) => {
  const duty = await loadDeskDuty(database.pool, 'dino', at, at);
  return onDutyAt(duty, at).flatMap((of) => (of.role === role.role ? [of.person] : []));
};
const idIn = (changed: Changed): string =>
  /[0-9a-f-]{36}/.exec(changed.ok ? changed.told : '')?.[0] ?? JSON.stringify(changed);
/** Why it was refused, as the command line tells it. */
const toldOf = (changed: Changed) => (changed.ok ? [] : changed.faults.map(dutyFaultInText));
const why = 'A wedding';

it('somebody stands in for another until the override is taken back, and what was true stays so', async () => {
  const made = await override(doing(), {
    ...role,
    person: 'bo',
    insteadOf: 'anna',
    from: day(3),
    to: day(4),
    why,
  });
  expect(await who(day(3, 14))).toEqual(['bo']);
  expect(await withdraw(doing(day(3, 20)), idIn(made))).toMatchObject({ ok: true });
  expect([await who(day(3, 19)), await who(day(3, 20))]).toEqual([['bo'], ['anna']]);
  expect(await withdraw(doing(day(3, 21)), idIn(made))).toMatchObject({ ok: false });
});

it.each([
  [
    'somebody without the role',
    { person: 'sue', insteadOf: 'anna' },
    'sue has not the role senior-technician',
  ],
  ['nobody known', { person: 'zoe', insteadOf: 'anna' }, 'Nobody has the key "zoe"'],
  ['whoever has no shift', { person: 'anna', insteadOf: 'bo' }, 'bo has no shift as senior-technician then'],
  ['a seat that is none', { person: 'bo', seat: 'seat 9' }, 'no seat "seat 9": there are seat 1'],
  ['themselves', { person: 'anna', insteadOf: 'anna' }, 'anna cannot stand in for anna'],
  ['nobody in particular', { person: 'bo' }, 'neither in whose place nor in which seat'],
  ['an end before the beginning', { person: 'bo', insteadOf: 'anna', to: day(2) }, 'ends before it begins'],
])('an override with %s is refused, and why', async (_what, fields, fault) => {
  const made = await override(doing(), { ...role, from: day(3), to: day(4), why, ...fields });
  expect(toldOf(made)).toContainEqual(expect.stringContaining(fault));
  expect((await readChanges(database.db, 'dino', now)).overrides).toEqual([]);
});

it('nobody who is away stands in, and leave makes a hole', async () => {
  expect(await leave(doing(), { person: 'bo', from: day(3, 5), to: day(5, 5), why: '' })).toMatchObject({
    ok: true,
  });
  const made = await override(doing(), {
    ...role,
    person: 'bo',
    insteadOf: 'anna',
    from: day(3),
    to: day(4),
    why,
  });
  expect(toldOf(made)).toEqual([expect.stringContaining('bo is on leave from 2026-12-03T05:00')]);
  expect(await who(day(4, 14))).toEqual([]);
});

it('a swap changes nothing until it is granted, then both shifts, once', async () => {
  const gives = { seat: 'seat 1', from: day(3), to: day(4) };
  const takes = { seat: 'seat 1', from: day(4), to: day(5) };
  const asked = await ask(doing(), { ...role, askedBy: 'anna', askedOf: 'bo', gives, takes, why });
  const id = idIn(asked);
  expect([await who(day(3, 14)), await who(day(4, 14))]).toEqual([['anna'], ['bo']]);
  expect((await readChanges(database.db, 'dino', now)).swaps).toMatchObject([{ id, status: 'asked' }]);
  const answers = await Promise.all([answer(doing(), id, 'granted'), answer(doing(), id, 'granted')]);
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect([await who(day(3, 14)), await who(day(4, 14))]).toEqual([['bo'], ['anna']]);
  expect((await readChanges(database.db, 'dino', now)).overrides).toHaveLength(2);
});

it('a swap that is refused or taken back changes nothing, and one that does not fit any more is not granted', async () => {
  const gives = { seat: 'seat 1', from: day(3), to: day(4) };
  const asks = async () =>
    idIn(await ask(doing(), { ...role, askedBy: 'anna', askedOf: 'bo', gives, takes: undefined, why }));
  expect(await answer(doing(), await asks(), 'refused')).toMatchObject({ ok: true });
  expect(await withdraw(doing(), await asks())).toMatchObject({ ok: true });
  const late = await asks();
  await leave(doing(), { person: 'bo', from: day(3), to: day(4), why: '' });
  expect(await answer(doing(), late, 'granted')).toMatchObject({ ok: false });
  expect((await readChanges(database.db, 'dino', now)).overrides).toEqual([]);
});

it('what is long over is deleted with the rest of what is personal', async () => {
  const gives = { seat: 'seat 1', from: day(3), to: day(4) };
  await answer(
    doing(),
    idIn(await ask(doing(), { ...role, askedBy: 'anna', askedOf: 'bo', gives, takes: undefined, why })),
    'granted',
  );
  await leave(doing(), { person: 'anna', from: day(5), to: day(6), why: 'ill' });
  const count = async () =>
    (
      await database.pool.query<{ n: number }>(
        'SELECT ((SELECT count(*) FROM duty_override) + (SELECT count(*) FROM duty_swap) + (SELECT count(*) FROM duty_leave))::int AS n',
      )
    ).rows[0]?.n;
  await erasePersonalData(database.pool, day(3, 20), day(30), 50);
  expect(await count()).toBe(3);
  await erasePersonalData(database.pool, day(7), day(30), 50);
  expect(await count()).toBe(0);
});
