import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { insertRow, nightAt, uuid } from '../../../test/support/night.ts';
import { readCanaries } from './canary.store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const ways = [
  ['twilio', '+18004803466', nightAt(60)],
  ['twilio', '+18004803466', nightAt(3660)],
  ['signalwire', '+12025550190', undefined],
] as const;

it('tells one carrier from the other: that one comes back says nothing of the other', async () => {
  for (const [n, [carrier, from_number, came_back_at]] of ways.entries()) {
    const numbers = { from_number, to_number: '+17037682610' };
    const leg = { desk: 'dino', direction: 'outbound', purpose: 'canary', status: 'completed', carrier };
    await insertRow(database.db, 'call', { id: uuid(n), ...leg, ...numbers, created_at: nightAt(0) });
    const flown = { channel: 'voice', code: `000000000${n}`, call_id: uuid(n), sent_at: nightAt(0) };
    const back = came_back_at === undefined ? {} : { came_back_at };
    await insertRow(database.db, 'canary', { id: uuid(n + 10), ...flown, ...numbers, ...back });
  }
  expect(await readCanaries(database.db)).toEqual([
    { channel: 'voice', carrier: 'twilio', cameBackAt: nightAt(3660) },
    { channel: 'voice', carrier: 'signalwire', cameBackAt: undefined },
  ]);
});
