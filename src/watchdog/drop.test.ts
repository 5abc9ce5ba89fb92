import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasDropped, partOf, type DropLimits, type Share } from './drop.ts';

const limits: DropLimits = { leastRecent: 6, leastUsual: 30, belowPart: 0.7 };

const share = (most: number): fc.Arbitrary<Share> =>
  fc
    .integer({ min: 0, max: most })
    .chain((sent) => fc.integer({ min: 0, max: sent }).map((arrived) => ({ sent, arrived })));

describe('a drop of what arrives', () => {
  it.each<[string, Share, Share, boolean]>([
    ['none of six, where nearly all arrive', { sent: 6, arrived: 0 }, { sent: 300, arrived: 296 }, true],
    ['half of twenty, where nearly all arrive', { sent: 20, arrived: 10 }, { sent: 300, arrived: 296 }, true],
    ['two missing of eight', { sent: 8, arrived: 6 }, { sent: 300, arrived: 296 }, false],
    ['none of five: too few', { sent: 5, arrived: 0 }, { sent: 300, arrived: 296 }, false],
    ['a route that never reports', { sent: 50, arrived: 0 }, { sent: 300, arrived: 0 }, false],
    ['a new number without a past', { sent: 50, arrived: 0 }, { sent: 10, arrived: 10 }, false],
    ['two of eight, where half arrive: chance', { sent: 8, arrived: 2 }, { sent: 300, arrived: 150 }, false],
  ])('%s', (_what, recent, usual, expected) => {
    expect(hasDropped(recent, usual, limits)).toBe(expected);
  });

  it('is never seen in too few, nor where as many arrive as usual', () => {
    fc.assert(
      fc.property(share(60), share(400), (recent, usual) => {
        const few = recent.sent < limits.leastRecent || usual.sent < limits.leastUsual;
        if (few || partOf(recent) >= partOf(usual)) expect(hasDropped(recent, usual, limits)).toBe(false);
      }),
    );
  });

  it('that is seen is still seen when fewer arrive, and when as many again are missing', () => {
    fc.assert(
      fc.property(share(60), share(400), fc.integer({ min: 0, max: 60 }), (recent, usual, lost) => {
        fc.pre(hasDropped(recent, usual, limits));
        const worse = { ...recent, arrived: Math.max(0, recent.arrived - lost) };
        expect(hasDropped(worse, usual, limits)).toBe(true);
        expect(hasDropped({ ...recent, sent: recent.sent + lost }, usual, limits)).toBe(true);
      }),
    );
  });

  it('to nothing is always seen, of any sample that says something, where most arrive', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 500 }), fc.integer({ min: 30, max: 5000 }), (recent, usual) => {
        const past = { sent: usual, arrived: Math.ceil(usual * 0.8) };
        expect(hasDropped({ sent: recent, arrived: 0 }, past, limits)).toBe(true);
      }),
    );
  });
});
