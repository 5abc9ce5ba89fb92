import { expect, it } from 'vitest';
import { createGatherer } from './gather.ts';

it('runs the first at once and what came meanwhile together, in order', async () => {
  const runs: number[][] = [];
  const double = createGatherer(async (items: number[]) => {
    runs.push(items);
    await new Promise((resolve) => setImmediate(resolve));
    return items.map((item) => item * 2);
  });
  const first = [double(1), double(2), double(3)];
  expect(runs).toEqual([[1]]);
  expect(await Promise.all(first)).toEqual([2, 4, 6]);
  expect(await double(4)).toBe(8);
  expect(runs).toEqual([[1], [2, 3], [4]]);
});

it('tries each by itself when a run of several fails: only the bad one fails', async () => {
  const gather = createGatherer(async (items: string[]) => {
    await Promise.resolve();
    if (items.includes('bad')) throw new Error('bad');
    return items;
  });
  const results = await Promise.allSettled(['a', 'b', 'bad', 'c'].map((item) => gather(item)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  await expect(gather('d')).resolves.toBe('d');
});

it('fails all of a run at once when the database is away, having asked it once more, and not for each', async () => {
  let runs = 0;
  const gather = createGatherer(async (items: string[]) => {
    runs += 1;
    await new Promise((resolve) => setImmediate(resolve));
    if (items.length > 1) throw Object.assign(new Error('gone'), { code: '57P01' });
    return items;
  });
  const results = await Promise.allSettled(['first', 'a', 'b', 'c'].map((item) => gather(item)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
  expect(runs).toBe(3);
});
