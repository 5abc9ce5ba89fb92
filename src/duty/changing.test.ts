import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { anna, bo, enrol, sal, sue } from '../../test/support/people.ts';
import { layerOf, schedule, seatsOf } from '../../test/support/schedules.ts';
import { watchedDino } from '../../test/support/watched.ts';
import { dinoScript } from '../ivr/dino.fixture.ts';
import { erasePersonalData } from '../retention/retention.store.ts';
import { answer, ask, leave, override, withdraw } from './by-hand.store.ts';
import type { Changed, Doing } from './changing.store.ts';
import { readChanges } from './changes.store.ts';
import { readKeptGaps } from './gap.store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await enrol(database.pool, [anna, bo, sal, sue]);
  const turns = seatsOf([layerOf(['anna', 'bo'], { from: '2026-12-01' })]);
  await schedule(database.pool, 'senior-technician', turns);
});
afterAll(() => database.close());
beforeEach(() =>
  database.pool.query(
    'DELETE FROM duty_override; DELETE FROM duty_swap; DELETE FROM duty_leave; DELETE FROM duty_gap',
  ),
);

/** Anna has the shifts that begin on odd days at 08:00 in New York, Bo those of even days. */
const now = new Date('2026-12-01T14:00Z');
const day = (date: number, hour = 13) => new Date(Date.UTC(2026, 11, date, hour));
/** One senior technician is enough for this desk, and nobody else. */
const { emergency } = dinoScript().plans;
const plans = {
  emergency: {
    ...emergency!,
    page: [{ role: 'senior-technician' as const, people: 1, or: [] }],
    wider: [],
  },
};
const doing = (reason = '', unreachable: string[] = []): Doing => ({
  db: database.db,
  people: [anna, bo, sal, sue].map((person) => ({
    ...person,
    canBeReached: !unreachable.includes(person.key),
  })),
  desks: [watchedDino(plans)],
  ...{ by: 'Sue', now, reason },
});
const role = { desk: 'dino', role: 'senior-technician' };
const why = 'A wedding';
const gapsOf = (changed: Changed) =>
  changed.ok ? [] : (changed.gaps ?? []).map(({ problem, from, to }) => [problem, from, to]);
const idOf = async (kind: 'leave' | 'overrides' | 'swaps') =>
  (await readChanges(database.db, 'dino', now))[kind][0]?.id ?? '';

describe('leave that leaves a needed role with nobody', () => {
  const away = { person: 'anna', from: day(3, 20), to: day(4, 10), why: '' };

  it('is not entered, and the hours are told', async () => {
    expect(gapsOf(await leave(doing(), away))).toEqual([['nobody', day(3, 20), day(4, 10)]]);
    expect((await readChanges(database.db, 'dino', now)).leave).toEqual([]);
  });

  it('is entered with a reason, which stays beside the hours', async () => {
    expect(await leave(doing('  Her child is born  '), away)).toMatchObject({ ok: true });
    expect(await readKeptGaps(database.db, 'dino', now)).toMatchObject([
      {
        ...{ problem: 'nobody', role: 'senior-technician', from: day(3, 20), to: day(4, 10) },
        ...{ change: 'leave', reason: 'Her child is born', openedBy: 'Sue', openedAt: now },
      },
    ]);
  });

  it('opens nothing where somebody stands in already, and where she has no shift', async () => {
    const standIn = { ...role, insteadOf: 'anna', person: 'bo', from: day(3), to: day(4), why };
    expect(await override(doing(), standIn)).toMatchObject({ ok: true });
    expect(await leave(doing(), away)).toMatchObject({ ok: true });
    expect(await leave(doing(), { ...away, from: day(4, 14), to: day(5, 12) })).toMatchObject({ ok: true });
    expect(await readKeptGaps(database.db, 'dino', now)).toEqual([]);
  });

  it('is asked for a reason for what is ahead alone: the past is not opened any more', async () => {
    const since = { ...away, from: day(1, 10), to: day(2, 10) };
    expect(gapsOf(await leave(doing(), since))).toEqual([['nobody', now, day(2, 10)]]);
  });

  it('and two at once do not each count on the other', async () => {
    const two = seatsOf([layerOf(['anna'])], [layerOf(['bo'])]);
    await schedule(database.pool, 'senior-technician', two, '2026-12-20T00:00Z');
    try {
      const both = ['anna', 'bo'].map((person) =>
        leave(doing(), { person, from: day(25), to: day(26), why }),
      );
      expect((await Promise.all(both)).map(({ ok }) => ok).sort()).toEqual([false, true]);
    } finally {
      await database.pool.query(`DELETE FROM duty_schedule WHERE valid_from = '2026-12-20T00:00Z'`);
    }
  });
});

it('somebody whom no page reaches is not put on duty unknowingly', async () => {
  const of = { ...role, insteadOf: 'anna', person: 'bo', from: day(3), to: day(4), why };
  expect(gapsOf(await override(doing('', ['bo']), of))).toEqual([['unreachable', day(3), day(4)]]);
  expect(await override(doing('He sits beside the phone', ['bo']), of)).toMatchObject({ ok: true });
});

it('an override that fills a hole is not taken back unknowingly', async () => {
  await leave(doing('ill'), { person: 'anna', from: day(3), to: day(4), why: 'ill' });
  await override(doing(), { ...role, seat: 'seat 1', person: 'bo', from: day(3), to: day(4), why });
  const id = await idOf('overrides');
  expect(gapsOf(await withdraw(doing(), id))).toEqual([['nobody', day(3), day(4)]]);
  expect(await withdraw(doing('Bo is ill too'), id)).toMatchObject({ ok: true });
  // Leave that is taken back opens nothing.
  expect(await withdraw(doing(), await idOf('leave'))).toMatchObject({ ok: true });
});

it('a swap is granted when nobody is missed by it; else its granting needs a reason', async () => {
  const gives = { seat: 'seat 1', from: day(3), to: day(4) };
  await ask(doing(), { ...role, askedBy: 'anna', askedOf: 'bo', gives, takes: undefined, why });
  const id = await idOf('swaps');
  expect(await answer(doing(), id, 'granted', 'anna')).toMatchObject({ ok: false });
  expect(gapsOf(await answer(doing('', ['bo']), id, 'granted', 'bo'))).toEqual([
    ['unreachable', day(3), day(4)],
  ]);
  expect((await readChanges(database.db, 'dino', now)).swaps).toHaveLength(1);
  expect(await answer(doing(), id, 'granted', 'bo')).toMatchObject({ ok: true });
});

it('whoever is no supervisor takes back what is theirs alone', async () => {
  await leave(doing('x'), { person: 'anna', from: day(3), to: day(4), why });
  const id = await idOf('leave');
  expect(await withdraw(doing(), id, 'bo')).toMatchObject({ ok: false });
  expect(await withdraw(doing(), id, 'anna')).toMatchObject({ ok: true });
  await override(doing(), { ...role, seat: 'seat 1', person: 'bo', from: day(3), to: day(4), why });
  expect(await withdraw(doing(), await idOf('overrides'), 'bo')).toMatchObject({ ok: false });
});

it('why hours were left open is deleted when they are long over', async () => {
  await leave(doing('x'), { person: 'anna', from: day(3), to: day(4), why });
  await erasePersonalData(database.pool, day(4), day(30), 50);
  expect(await readKeptGaps(database.db, 'dino', now)).toHaveLength(1);
  await erasePersonalData(database.pool, day(5), day(30), 50);
  expect(await readKeptGaps(database.db, 'dino', now)).toEqual([]);
});
