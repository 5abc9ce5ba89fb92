import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { fuzz } from './fuzz.ts';
import { startTarget, type Target } from './target.ts';

let database: TestDatabase;
let target: Target;
beforeAll(async () => {
  database = await createTestDatabase();
  target = await startTarget(database.url);
});
afterAll(async () => {
  await target.close();
  await database.close();
});

it('five thousand odd requests meet no fault, and those without a signature or session leave nothing behind', async () => {
  const { faults, statuses, sent } = await fuzz(target, { requests: 5000, seed: 20_261_122 });
  expect(faults).toEqual([]);
  expect(sent).toBe(5000);
  // Most signed ones did get through, and every unsigned one was refused: otherwise nothing was tried.
  expect(statuses['carrier 200']).toBeGreaterThan(600);
  expect(statuses['second-carrier 200']).toBeGreaterThan(600);
  expect(statuses['stranger 403']).toBeGreaterThan(1200);
  expect(statuses['supervisor 200']).toBeGreaterThan(100);
}, 120_000);
