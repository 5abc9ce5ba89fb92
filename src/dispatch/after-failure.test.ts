import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CarrierFailure, FailureClass } from '../telephony/index.ts';
import { afterFailure, MOST_ATTEMPTS, type Attempt } from './after-failure.ts';

const failure = (kind: FailureClass, more: Partial<CarrierFailure> = {}): CarrierFailure => ({
  class: kind,
  code: '0',
  message: '',
  ambiguous: false,
  ...more,
});

const at = (more: Partial<Attempt> = {}): Attempt => ({
  number: 1,
  channel: 'voice',
  isUrgent: true,
  jitter: 0,
  ...more,
});

describe('after a failed attempt', () => {
  it('gives a dead number up and raises an alarm', () => {
    expect(afterFailure(failure('address-dead', { code: '21211' }), at())).toEqual({
      kind: 'give-up',
      address: 'dead',
      alarm: true,
    });
  });

  it('knows an opted-out phone from a dead one: it can come back', () => {
    expect(afterFailure(failure('address-dead', { code: '21610' }), at())).toMatchObject({
      address: 'opted-out',
    });
  });

  it('never gives up what the carrier was not asked for, and waits no longer for that than usual', () => {
    const again = afterFailure(failure('may-pass', { code: 'not-asked' }), at({ number: 9, jitter: 1 }));
    expect(again).toEqual({ kind: 'retry', afterMs: 14_000, beside: false });
    expect(afterFailure(failure('may-pass'), at({ number: 9 }))).toMatchObject({ kind: 'give-up' });
  });

  it('tries what is about no case once more and no oftener, asked or not', () => {
    const notAsked = failure('may-pass', { code: 'not-asked' });
    expect(afterFailure(notAsked, at({ most: 2 }))).toMatchObject({ kind: 'retry' });
    for (const of of [notAsked, failure('may-pass', { ambiguous: true })])
      expect(afterFailure(of, at({ number: 2, most: 2 }))).toMatchObject({ kind: 'give-up', alarm: false });
  });

  it('does not try a broken account blindly again', () => {
    expect(afterFailure(failure('ours-broken'), at())).toEqual({
      kind: 'give-up',
      address: 'unknown',
      alarm: true,
    });
  });

  it('waits for a callback before it repeats what may have been done', () => {
    expect(afterFailure(failure('may-pass', { ambiguous: true }), at())).toEqual({
      kind: 'wait-and-see',
      afterMs: 3_000,
      beside: false,
    });
  });

  it('tries what may pass again within 5 to 30 s, and not for ever', () => {
    const jitter = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MOST_ATTEMPTS - 1 }), jitter, (attempt, spread) => {
        const next = afterFailure(failure('may-pass'), at({ number: attempt, jitter: spread }));
        expect(next.kind).toBe('retry');
        if (next.kind === 'retry') expect(next.afterMs).toBeGreaterThanOrEqual(5_000);
        if (next.kind === 'retry') expect(next.afterMs).toBeLessThanOrEqual(30_000);
      }),
    );
    expect(afterFailure(failure('may-pass'), at({ number: MOST_ATTEMPTS }))).toMatchObject({
      kind: 'give-up',
      alarm: false,
    });
  });

  describe('with two carriers', () => {
    const works = { other: 'works' } as const;

    it('goes to the other one at once, with an alarm, when this one is broken', () => {
      for (const channel of ['voice', 'sms'] as const)
        expect(afterFailure(failure('ours-broken'), at({ channel, isUrgent: false, ...works }))).toEqual({
          kind: 'other-carrier',
          alarm: true,
        });
    });

    it('asks one that has just refused once a page, and then gives the round up', () => {
      const other = 'refuses';
      expect(afterFailure(failure('ours-broken'), at({ other })).kind).toBe('other-carrier');
      expect(afterFailure(failure('ours-broken'), at({ other, number: 2 }))).toEqual({
        kind: 'give-up',
        address: 'unknown',
        alarm: true,
      });
    });

    it('sends an urgent call the other way only when it was certainly not placed', () => {
      expect(afterFailure(failure('may-pass'), at(works))).toEqual({ kind: 'other-carrier', alarm: false });
      expect(afterFailure(failure('may-pass', { ambiguous: true }), at(works))).toEqual({
        kind: 'wait-and-see',
        afterMs: 3_000,
        beside: false,
      });
    });

    it('sends an urgent text both ways, also when the first may have gone', () => {
      const sms = at({ channel: 'sms', ...works });
      expect(afterFailure(failure('may-pass'), sms)).toMatchObject({ kind: 'retry', beside: true });
      expect(afterFailure(failure('may-pass', { ambiguous: true }), sms)).toMatchObject({
        kind: 'wait-and-see',
        beside: true,
      });
    });

    it('leaves what is not urgent, or was tried again already, to this carrier', () => {
      expect(afterFailure(failure('may-pass'), at({ ...works, isUrgent: false })).kind).toBe('retry');
      expect(afterFailure(failure('may-pass'), at({ ...works, number: 2 })).kind).toBe('retry');
    });

    it('hands a page over at most MOST_ATTEMPTS times, whatever fails', () => {
      const classes = fc.constantFrom<FailureClass>('ours-broken', 'address-dead', 'may-pass', 'race');
      const others = fc.constantFrom('works' as const, 'refuses' as const, undefined);
      fc.assert(
        fc.property(
          classes,
          fc.boolean(),
          fc.constantFrom('voice' as const, 'sms' as const),
          others,
          (kind, ambiguous, channel, other) => {
            const next = afterFailure(
              failure(kind, { ambiguous }),
              at({ number: MOST_ATTEMPTS, channel, other }),
            );
            expect(next.kind).toBe('give-up');
          },
        ),
      );
    });
  });
});
