import { describe, expect, it } from 'vitest';
import { whyNot, type Step, type WorkState } from './steps.ts';

const at = new Date('2026-11-03T09:00:00Z');
const fresh: WorkState = {
  status: 'open',
  startedAt: null,
  waitingFor: null,
  assessment: null,
  shippedAt: null,
  receivedAt: null,
  returnedAt: null,
  outOfScopeAt: null,
};
const allowed = (change: Partial<WorkState>) =>
  (
    [
      'start',
      'wait',
      'assess',
      'ship',
      'received',
      'returned',
      'write-off',
      'out-of-scope',
      'assign',
      'close',
      'reopen',
    ] satisfies Step[]
  ).filter((step) => whyNot(step, { ...fresh, ...change }) === undefined);

describe('the steps of a case', () => {
  it('begin with everything but a replacement', () => {
    expect(allowed({})).toEqual(['start', 'wait', 'assess', 'out-of-scope', 'assign', 'close']);
  });

  it('send no replacement before the assessment, nor when it says that it is not the hardware', () => {
    expect(whyNot('ship', fresh)).toEqual({ kind: 'not-assessed' });
    expect(whyNot('ship', { ...fresh, assessment: 'not-hardware' })).toEqual({ kind: 'not-hardware' });
    expect(whyNot('ship', { ...fresh, assessment: 'hardware' })).toBeUndefined();
  });

  it('go from shipped to received to returned, and close only then', () => {
    const shipped = { assessment: 'hardware', shippedAt: at } as const;
    expect(allowed(shipped)).toEqual(['start', 'wait', 'received', 'write-off', 'out-of-scope', 'assign']);
    expect(whyNot('returned', { ...fresh, ...shipped })).toEqual({ kind: 'not-arrived' });
    const received = { ...shipped, receivedAt: at };
    expect(allowed(received)).toEqual(['start', 'wait', 'returned', 'write-off', 'out-of-scope', 'assign']);
    expect(whyNot('close', { ...fresh, ...received })).toEqual({ kind: 'old-unit-not-back' });
    expect(allowed({ ...received, returnedAt: at })).toContain('close');
  });

  it('write off a unit that never arrived', () => {
    expect(allowed({ assessment: 'hardware', shippedAt: at })).toContain('write-off');
  });

  it('send a second replacement once the first matter is over', () => {
    const over = { assessment: 'hardware', shippedAt: at, receivedAt: at, returnedAt: at } as const;
    expect(allowed(over)).toContain('ship');
  });

  it('begin again after a wait, and not twice otherwise', () => {
    expect(whyNot('start', { ...fresh, startedAt: at })).toBeDefined();
    expect(whyNot('start', { ...fresh, startedAt: at, waitingFor: 'a part' })).toBeUndefined();
  });

  it.each(['closed', 'cancelled'] as const)('of a %s case are one: to reopen it', (status) => {
    expect(allowed({ status })).toEqual(['reopen']);
  });
});
