import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import type { AlarmFacts } from '../phrases/index.ts';
import { clearAlarm, openAlarm, openAlarms } from './alarm.store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const night = new Date('2026-11-12T07:47:00Z');
const later = (hours: number) => new Date(night.getTime() + hours * 3_600_000);
const hole = (role: string): AlarmFacts => ({
  kind: 'duty-hole',
  desk: 'dino',
  role,
  wanted: 1,
  found: 0,
  unreachable: [],
});
const words = { wrong: 'Nobody is on duty.', toDo: 'Mend the duty list.' };
const open = async (role: string, at: Date) =>
  (await openAlarm(database.pool, { facts: hole(role), desk: 'dino' }, words, at)) !== undefined;

it('is new once, and again when its cause is met half a day later', async () => {
  const opened = [];
  for (const hours of [0, 0, 1, 11, 12, 13]) opened.push(await open('sales', later(hours)));
  expect(opened).toEqual([true, false, false, false, true, false]);
  expect(await openAlarms(database.pool)).toMatchObject([{ facts: { role: 'sales' }, raisedAt: later(12) }]);
});

it('is new for one of two who meet its cause at the same moment', async () => {
  const opened = await Promise.all([1, 2, 3, 4].map(() => open('operator', night)));
  expect(opened.filter(Boolean)).toEqual([true]);
});

it('is new again after it was taken down', async () => {
  expect(await open('technician', night)).toBe(true);
  expect(await clearAlarm(database.pool, hole('technician'), 'mended', later(1))).toBe(true);
  expect(await clearAlarm(database.pool, hole('technician'), 'mended', later(1))).toBe(false);
  expect(await open('technician', later(2))).toBe(true);
});

it('is new for each number of ours that the carrier refuses, and once for all when it refuses the account', async () => {
  const refusal = (from: string, wholeAccount = false): AlarmFacts => ({
    ...{ kind: 'carrier-refuses', channel: 'sms', code: wholeAccount ? '20003' : '30034' },
    ...{ carrier: 'twilio', from, to: '+12025550111', wholeAccount },
  });
  const isNew = async (facts: AlarmFacts) =>
    (await openAlarm(database.pool, { facts, desk: 'dino' }, words, night)) !== undefined;
  const opened = [];
  for (const from of ['+18004803466', '+12025550180', '+18004803466'])
    opened.push(await isNew(refusal(from)));
  expect(opened).toEqual([true, true, false]);
  expect(await isNew(refusal('+18004803466', true))).toBe(true);
  expect(await isNew(refusal('+12025550180', true))).toBe(false);
});
