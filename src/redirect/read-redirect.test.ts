import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReply } from '../responding/reply.ts';
import { readRedirect } from './read-redirect.ts';

describe('a text that sends a customer to the desk', () => {
  it.each([
    ['DESK +46701234567', '+46701234567'],
    ['desk 070-123 45 67', '070-123 45 67'],
    ['VIDARE 070-123 45 67', '070-123 45 67'],
    [' Vidare: 0701234567. ', '0701234567'],
    ['Desk (202) 555-0100', '(202) 555-0100'],
    ['DESK\n+1 202 555 0100', '+1 202 555 0100'],
    ['INOLTRA 312 345 6789', '312 345 6789'],
    ['weiter: 01512 3456789', '01512 3456789'],
    ['vidare 070–123 45 67', '070-123 45 67'],
  ])('%j names %s', (body, number) => {
    expect(readRedirect(body)).toEqual({ number });
  });

  it.each([
    'DESK 070-123 45 67 A42',
    'DESK A 070-123 45 67',
    'VIDARE Karin 070-123 45 67',
    'DESK 0701234567, thanks',
  ])('%j names a number that is not clear', (body) =>
    expect(readRedirect(body)).toEqual({ number: undefined }),
  );

  it.each([
    'DESK',
    'Vidare',
    'A42',
    'desk A42',
    'Desk phone is dead, A42 from my mobile',
    'Desk A42 N57 D11',
    'DESKTOP 070-123 45 67',
    'call the desk 070-123 45 67',
    'VIDAREBEFORDRA 0701234567',
    '070-123 45 67',
    'A42 DESK 0701234567',
    '',
  ])('%j is none', (body) => expect(readRedirect(body)).toBeUndefined());

  it('is never read as a code that takes or refuses a case, whatever the number looks like', () => {
    const separator = fc.constantFrom('', ' ', '-', '.');
    const number = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 9 }), separator), { minLength: 6, maxLength: 15 })
      .map((parts) => parts.map(([digit, gap]) => `${digit}${gap}`).join(''));
    fc.assert(
      fc.property(
        fc.constantFrom('DESK', 'desk', 'Vidare'),
        fc.constantFrom(' ', ': ', ' +'),
        number,
        (word, gap, of) => {
          const body = `${word}${gap}${of}`;
          expect(readRedirect(body)?.number).toBeDefined();
          expect(readReply(body)).toEqual([]);
        },
      ),
    );
  });
});
