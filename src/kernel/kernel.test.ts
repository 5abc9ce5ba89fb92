import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutText,
  newId,
  newLinkToken,
  readNationalNumber,
  redactPhoneNumber,
  toPhoneNumber,
} from './index.ts';

describe('ids', () => {
  it('sort by the time they were made', () => {
    const earlier = newId(new Date('2026-11-12T07:47:12.000Z'));
    expect(earlier < newId(new Date('2026-11-12T07:47:12.001Z'))).toBe(true);
    expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('makes links that fit a text and a URL', () => {
    const tokens = Array.from({ length: 500 }, () => newLinkToken());
    expect(tokens.filter((token) => !/^[A-Za-z0-9_-]{11}[A-Za-z0-9]$/.test(token))).toEqual([]);
    expect(new Set(tokens).size).toBe(500);
  });
});

describe('telephone numbers', () => {
  it.each([
    'anonymous',
    'unknown',
    '',
    '+',
    '+0123456789',
    '2025550100',
    '+1202555010012345',
    undefined,
    null,
  ])('takes %j for no number', (text) => expect(toPhoneNumber(text)).toBeUndefined());

  it('reads a number keyed the national way', () => {
    expect(readNationalNumber('2025550100', 'US')).toBe('+12025550100');
    expect(readNationalNumber('12025550100', 'US')).toBe('+12025550100');
    expect(readNationalNumber('123', 'US')).toBeUndefined();
  });

  it('leaves at most two digits of any number in a log line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: 999_999_999_999_999 }), fc.string(), (digits, words) => {
        expect(redactPhoneNumber(`${words} +${digits}`)).not.toContain(`+${digits}`);
      }),
    );
    expect(redactPhoneNumber('calls to +12025550111 fail')).toBe('calls to +…11 fail');
  });
});

it('a text is cut between characters, because half of one is no text', () => {
  expect(cutText('page 📟', 6)).toBe('page ');
  expect(cutText('page 📟', 7)).toBe('page 📟');
  expect(cutText('page', 9)).toBe('page');
});
