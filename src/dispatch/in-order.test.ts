import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

it('runs one after another what concerns one call, also behind a failure, and others beside it', async () => {
  const told: string[] = [];
  const work =
    (name: string, turns: number, fails = false) =>
    async () => {
      for (let i = 0; i < turns; i += 1) await turn();
      told.push(name);
      if (fails) throw new Error(name);
    };
  const all = [
    inOrder('a', work('a1', 3, true)),
    inOrder('a', work('a2', 1)),
    inOrder('b', work('b1', 1)),
    inOrder('a', work('a3', 0)),
  ];
  const results = await Promise.allSettled(all);
  expect(results.map((result) => result.status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(told.filter((name) => name.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
  expect(told[0]).toBe('b1');
});
