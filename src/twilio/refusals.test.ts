import { expect, it } from 'vitest';
import { Refusals } from './refusals.ts';

it('tells of the first refusal at once, and of a flood every ten seconds with its size', () => {
  let now = 0;
  const refusals = new Refusals({ now: () => new Date(now), after: () => ({ cancel: () => undefined }) });
  const told: (number | undefined)[] = [];
  for (; now <= 20_000; now += 100) told.push(refusals.next());
  expect(told.filter((count) => count !== undefined)).toEqual([1, 100, 100]);
});
