import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReply } from './reply.ts';

const accept42 = [{ kind: 'accept', code: 42 }];

describe('a responder’s text', () => {
  it.each([
    'A42',
    'a42',
    ' A 4 2 ',
    'A 42',
    'ok A42 thanks',
    'I take it: a42!',
    'A42.',
    '"A42"',
    'Re: A42\nsent from my phone',
  ])('accepts by %j', (body) => expect(readReply(body)).toEqual(accept42));

  it.each([
    ['N42', 'decline'],
    ['d42', 'direct'],
    ['J 42', 'join'],
  ])('reads %j as %s', (body, kind) => expect(readReply(body)).toEqual([{ kind, code: 42 }]));

  it.each([
    'ok',
    'yes',
    'YES I AM COMING',
    '42',
    'A',
    'A12345',
    'AA42',
    'DNA42',
    'A42b',
    'Call me at 42',
    'N/A 42',
    'I am on a 42 minute drive',
    'back in a 42 h',
    'STOP',
    '',
    '👍',
  ])('takes %j for no answer', (body) => expect(readReply(body)).toEqual([]));

  it('takes a code said in two ways for no answer', () => {
    expect(readReply('A42? no, N42. And A43')).toEqual([{ kind: 'accept', code: 43 }]);
  });

  it('reads several codes, each once', () => {
    expect(readReply('A42 and a 43, not A42 twice')).toEqual([
      { kind: 'accept', code: 42 },
      { kind: 'accept', code: 43 },
    ]);
  });

  it('finds any code wherever the spaces are, in any case, among words', () => {
    const spaced = fc
      .integer({ min: 1, max: 9999 })
      .chain((code) =>
        fc.tuple(
          fc.constant(code),
          fc.array(fc.constantFrom('', ' ', '  '), { minLength: 4, maxLength: 4 }),
          fc.constantFrom('A', 'a'),
        ),
      );
    fc.assert(
      fc.property(spaced, fc.constantFrom('', 'ok ', 'taking it, '), ([code, gaps, letter], before) => {
        const digits = [...String(code)].map((digit, i) => gaps[i] + digit).join('');
        expect(readReply(`${before}${letter}${digits}`)).toEqual([{ kind: 'accept', code }]);
      }),
    );
  });

  it('never fails, whatever is texted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (body) => {
        expect(readReply(body).every(({ code }) => code >= 0 && code <= 9999)).toBe(true);
      }),
    );
  });
});
