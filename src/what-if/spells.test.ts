import { expect, test } from 'vitest';
import type { ForeseenRound } from './rounds.ts';
import { spellsOf } from './spells.ts';

/** A round that begins after so many seconds and asks these people. */
const round = (number: number, second: number, ...keys: string[]): ForeseenRound => ({
  ...{ round: number, at: new Date(second * 1000), page: [], by: ['voice'] },
  asked: {
    people: keys.map((key) => ({
      ...{ key, name: key, role: 'technician', channels: ['voice'], without: [], seat: undefined },
    })),
    phones: keys.length,
    notAsked: [],
    holes: [],
  },
});

test('rounds that only repeat are one spell, until somebody else is asked or the distance changes', () => {
  const rounds = [
    round(1, 0, 'anna'),
    round(2, 60, 'anna'),
    round(3, 120, 'anna', 'sue'),
    round(4, 240, 'anna', 'sue'),
    round(5, 540, 'anna', 'sue'),
    round(6, 840, 'anna', 'sue'),
  ];
  expect(
    spellsOf(rounds).map(({ first, last, everyMs, isSame }) => [first.round, last.round, everyMs, isSame]),
  ).toEqual([
    [1, 1, undefined, false],
    [2, 2, undefined, true],
    [3, 3, undefined, false],
    [4, 6, 300_000, true],
  ]);
});

test('rounds of which it is not known whom they ask are told each', () => {
  const unknown = [1, 2, 3].map((number) => ({ ...round(number, number * 60), asked: undefined }));
  expect(spellsOf(unknown).map(({ isSame }) => isSame)).toEqual([false, false, false]);
});
