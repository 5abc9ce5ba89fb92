import { expect, it } from 'vitest';
import { planImport } from './plan-import.ts';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const now = at(12);
const event = (source: string, from: number, to: number) => ({ source, from: at(from), to: at(to) });
const stored = (id: string, ...of: Parameters<typeof event>) => ({ id, ...event(...of) });

it('what is new comes, what is elsewhere moves, what is gone goes, and the rest stays', () => {
  const plan = planImport(
    [stored('1', 'same', 20, 21), stored('2', 'moved', 22, 23), stored('3', 'gone', 24, 25)],
    [event('same', 20, 21), event('moved', 23, 24), event('new', 26, 27)],
    now,
  );
  expect(plan).toEqual({
    add: [event('moved', 23, 24), event('new', 26, 27)],
    takeBack: ['2', '3'],
    ...{ added: 1, changed: 1, gone: 1, asBefore: 1 },
  });
});

it('what is past stays as it was, and what has begun begins now', () => {
  expect(planImport([], [event('over', 1, 12), event('begun', 10, 14)], now).add).toEqual([
    event('begun', 12, 14),
  ]);
  // The next day the same file says the same.
  const begun = stored('1', 'begun', 12, 14);
  expect(planImport([begun], [event('begun', 10, 14)], at(13))).toMatchObject({ add: [], asBefore: 1 });
  expect(planImport([begun], [event('begun', 10, 15)], at(13))).toMatchObject({
    takeBack: ['1'],
    add: [event('begun', 13, 15)],
  });
});
