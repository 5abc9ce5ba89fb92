import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CarrierFailure, FailureClass } from '../telephony/index.ts';
import { afterFailure, MOST_ATTEMPTS } from './after-failure.ts';

const failure = (kind: FailureClass, more: Partial<CarrierFailure> = {}): CarrierFailure => ({
  class: kind,
  code: '0',
  message: '',
  ambiguous: false,
  ...more,
});

describe('after a failed attempt', () => {
  it('gives a dead number up and raises an alarm', () => {
    expect(afterFailure(failure('address-dead', { code: '21211' }), 1, 0)).toEqual({
      kind: 'give-up',
      address: 'dead',
      alarm: true,
    });
  });

  it('knows an opted-out phone from a dead one: it can come back', () => {
    expect(afterFailure(failure('address-dead', { code: '21610' }), 1, 0)).toMatchObject({
      address: 'opted-out',
    });
  });

  it('does not try a broken account blindly again', () => {
    expect(afterFailure(failure('ours-broken'), 1, 0)).toEqual({
      kind: 'give-up',
      address: 'unknown',
      alarm: true,
    });
  });

  it('waits for a callback before it repeats what may have been done', () => {
    expect(afterFailure(failure('may-pass', { ambiguous: true }), 1, 0)).toEqual({
      kind: 'wait-and-see',
      afterMs: 3_000,
    });
  });

  it('tries what may pass again within 5 to 30 s, and not for ever', () => {
    const jitter = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MOST_ATTEMPTS - 1 }), jitter, (attempt, spread) => {
        const next = afterFailure(failure('may-pass'), attempt, spread);
        expect(next.kind).toBe('retry');
        if (next.kind === 'retry') expect(next.afterMs).toBeGreaterThanOrEqual(5_000);
        if (next.kind === 'retry') expect(next.afterMs).toBeLessThanOrEqual(30_000);
      }),
    );
    expect(afterFailure(failure('may-pass'), MOST_ATTEMPTS, 0)).toMatchObject({
      kind: 'give-up',
      alarm: false,
    });
  });
});
