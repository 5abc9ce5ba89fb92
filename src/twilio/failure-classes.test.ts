import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyFailure, classifyTextError } from './failure-classes.ts';

const oursBroken = [
  20003, 10001, 20005, 30002, 20008, 21210, 21212, 21606, 21601, 21408, 21215, 13227, 21216, 13225, 21608,
  21219, 21705, 30007, 30032, 30034, 30023, 21617, 11100, 32018,
];
const addressDead = [21211, 21217, 21401, 21214, 21614, 30005, 30006, 21610, 21612];
const mayPass = [20429, 20500, 20503, 30001, 21611, 30003, 30008, 30022, 30410, 14107, 10004];
const races = [21220, 20404];
const known = new Set([...oursBroken, ...addressDead, ...mayPass, ...races]);
const unknownCode = fc.integer({ min: 1, max: 99_999 }).filter((code) => !known.has(code));
const about = fc.constantFrom('new' as const, 'existing' as const);

describe('classifyFailure', () => {
  it.each([
    ['ours-broken', oursBroken],
    ['address-dead', addressDead],
    ['may-pass', mayPass],
  ] as const)('%s, whatever the HTTP status', (failureClass, codes) => {
    for (const code of codes) {
      for (const httpStatus of [400, 401, 429, 500, undefined]) {
        expect([code, classifyFailure({ code, httpStatus, about: 'new' })]).toEqual([code, failureClass]);
      }
    }
  });

  it('is a race only about a call or text that exists', () => {
    for (const code of races) {
      expect(classifyFailure({ code, httpStatus: 404, about: 'existing' })).toBe('race');
      expect(classifyFailure({ code, httpStatus: 404, about: 'new' })).toBe('ours-broken');
    }
    expect(classifyFailure({ httpStatus: 404, about: 'existing' })).toBe('race');
    expect(classifyFailure({ httpStatus: 404, about: 'new' })).toBe('ours-broken');
  });

  it('may pass: no answer, a 5xx, and the statuses that ask for patience, whatever unknown code they bear', () => {
    const status = fc.oneof(fc.constantFrom(undefined, 408, 425, 429), fc.integer({ min: 500, max: 599 }));
    fc.assert(
      fc.property(fc.option(unknownCode, { nil: undefined }), status, about, (code, httpStatus, about) => {
        expect(classifyFailure({ code, httpStatus, about })).toBe('may-pass');
      }),
    );
  });

  it('raises the alarm for a 4xx that nobody knows, and never blames the phone', () => {
    const status = fc.integer({ min: 400, max: 499 }).filter((s) => ![404, 408, 425, 429].includes(s));
    fc.assert(
      fc.property(fc.option(unknownCode, { nil: undefined }), status, about, (code, httpStatus, about) => {
        expect(classifyFailure({ code, httpStatus, about })).toBe('ours-broken');
      }),
    );
  });
});

describe('classifyTextError', () => {
  it.each([
    ['30003', 'may-pass'],
    ['30008', 'may-pass'],
    ['30001', 'may-pass'],
    ['30005', 'address-dead'],
    ['30006', 'address-dead'],
    ['21610', 'address-dead'],
    ['30007', 'ours-broken'],
    ['30034', 'ours-broken'],
  ])('%s is %s', (code, failureClass) => {
    expect(classifyTextError(code)).toBe(failureClass);
  });

  it('lets everything unknown pass', () => {
    fc.assert(fc.property(unknownCode, (code) => classifyTextError(code) === 'may-pass'));
    for (const code of [undefined, '', 'garbage', '20404']) expect(classifyTextError(code)).toBe('may-pass');
  });
});
