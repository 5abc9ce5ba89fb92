import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { clearAlarm, raiseAlarm } from './alarm.store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const night = new Date('2026-11-12T07:47:00Z');
const later = (hours: number) => new Date(night.getTime() + hours * 3_600_000);
const hole = (subject: string) => ({
  kind: 'duty-hole',
  subject,
  desk: 'dino',
  message: 'Nobody is on duty.',
});

it('is new once, and again when its cause is met half a day later', async () => {
  const raised = [];
  for (const hours of [0, 0, 1, 11, 12, 13]) {
    raised.push(await raiseAlarm(database.pool, hole('dino sales'), later(hours)));
  }
  expect(raised).toEqual([true, false, false, false, true, false]);
  const { rows } = await database.pool.query('SELECT raised_at FROM alarm');
  expect(rows).toEqual([{ raised_at: later(12) }]);
});

it('is new again after it was taken down', async () => {
  expect(await raiseAlarm(database.pool, hole('dino technician'), night)).toBe(true);
  await clearAlarm(database.pool, 'duty-hole', 'dino technician', later(1));
  expect(await raiseAlarm(database.pool, hole('dino technician'), later(2))).toBe(true);
});
