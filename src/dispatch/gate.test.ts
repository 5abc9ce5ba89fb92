import { expect, it } from 'vitest';
import { createGate } from './gate.ts';

it('runs so many at a time, in order, also behind one that failed', async () => {
  const gate = createGate(2);
  const begun: number[] = [];
  let most = 0;
  let running = 0;
  const work = (n: number) => async () => {
    begun.push(n);
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (n === 1) throw new Error('one');
    return n;
  };
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((n) => gate(work(n))));
  expect(results.map((r) => r.status)).toEqual([
    'fulfilled',
    'rejected',
    ...Array<string>(4).fill('fulfilled'),
  ]);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  expect(most).toBe(2);
  await expect(gate(async () => 'free again')).resolves.toBe('free again');
});
