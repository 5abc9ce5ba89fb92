import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsOpened } from './gaps.ts';
import type { DutyFinding } from './sweep.ts';

const hour = (n: number) => new Date(Date.UTC(2026, 10, 30) + n * 3_600_000);
const finding = (from: number, to: number, fields: Partial<DutyFinding> = {}): DutyFinding => ({
  ...{ problem: 'nobody', role: 'technician', people: [], wanted: 1, found: 0 },
  ...fields,
  from: hour(from),
  to: hour(to),
});
const hours = (before: DutyFinding[], after: DutyFinding[]) =>
  gapsOpened('dino', before, after).map(({ problem, from, to }) => [
    problem,
    (from.getTime() - hour(0).getTime()) / 3_600_000,
    (to.getTime() - hour(0).getTime()) / 3_600_000,
  ]);

describe('a change opens', () => {
  it('the hours that nobody has after it, and that somebody had before', () => {
    expect(hours([], [finding(8, 20)])).toEqual([['nobody', 8, 20]]);
    expect(hours([finding(0, 10), finding(14, 16)], [finding(8, 20)])).toEqual([
      ['nobody', 10, 14],
      ['nobody', 16, 20],
    ]);
  });

  it('nothing where nobody was before, in whatever way', () => {
    expect(hours([finding(0, 24)], [finding(8, 20)])).toEqual([]);
    // Who could not be reached before is no loss.
    expect(hours([finding(0, 24, { problem: 'unreachable', people: ['anna'] })], [finding(8, 20)])).toEqual(
      [],
    );
  });

  it('what is worse than it was: one of two where there were two of three', () => {
    const two = finding(0, 24, { problem: 'too-few', wanted: 3, found: 2 });
    const one = finding(0, 12, { problem: 'too-few', wanted: 3, found: 1 });
    expect(hours([two], [one])).toEqual([['too-few', 0, 12]]);
    expect(hours([one], [two])).toEqual([['too-few', 12, 24]]);
  });

  it('hours of somebody who cannot be reached, unless it was the same person before', () => {
    const anna = finding(0, 12, { problem: 'unreachable', people: ['anna'] });
    const bo = finding(6, 12, { problem: 'unreachable', people: ['bo'] });
    expect(hours([], [anna])).toEqual([['unreachable', 0, 12]]);
    expect(hours([anna], [anna])).toEqual([]);
    expect(hours([anna], [bo])).toEqual([['unreachable', 6, 12]]);
  });

  it('hours in which nobody else is left beside somebody who cannot be reached', () => {
    const bo = { problem: 'unreachable', people: ['bo'] } as const;
    const before = finding(0, 12, { ...bo, people: ['bo'], found: 1 });
    const after = finding(0, 12, { ...bo, people: ['bo'], found: 0 });
    expect(hours([before], [after])).toEqual([['unreachable', 0, 12]]);
    expect(hours([after], [before])).toEqual([]);
  });

  it('nothing for another role, and nothing where one person only has two seats', () => {
    expect(hours([finding(0, 24, { role: 'sales' })], [finding(0, 24)])).toEqual([['nobody', 0, 24]]);
    expect(hours([], [finding(0, 24, { problem: 'doubled', people: ['anna'], found: 2 })])).toEqual([]);
  });
});

it('hour by hour, it says what a look at each hour says', () => {
  const drawn = fc
    .tuple(
      fc.nat(20),
      fc.integer({ min: 1, max: 8 }),
      fc.constantFrom('nobody', 'too-few', 'unreachable', 'doubled' as const),
      fc.nat(2),
      fc.constantFrom('anna', 'bo'),
    )
    .map(([from, length, problem, found, person]) =>
      finding(from, from + length, {
        problem,
        ...(problem === 'nobody' ? { found: 0 } : { found, people: [person] }),
      }),
    );
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 5 }), fc.array(drawn, { maxLength: 5 }), (before, after) => {
      const gaps = gapsOpened('dino', before, after);
      const found = <Of extends Pick<DutyFinding, 'from' | 'to'>>(list: readonly Of[], h: number): Of[] =>
        list.filter(({ from, to }) => from <= hour(h) && hour(h) < to);
      for (let h = 0; h < 30; h += 1) {
        const had = found(before, h).filter(({ problem }) => problem !== 'doubled');
        const opened = found(after, h).filter(
          (now) =>
            now.problem !== 'doubled' &&
            (now.problem === 'unreachable'
              ? !had.some(
                  (of) =>
                    of.problem === 'unreachable' &&
                    of.people.join() === now.people.join() &&
                    of.found <= now.found,
                )
              : had.every((of) => of.found > now.found)),
        );
        expect(found(gaps, h)).toHaveLength(opened.length);
      }
    }),
  );
});
