import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitSegments, gsm7Segments, toGsm7 } from './gsm7.ts';

describe('a text in GSM-7', () => {
  it('keeps what the alphabet has, Swedish and Italian letters included', () => {
    expect(toGsm7('Åsa möter è à ì ò ù é €')).toBe('Åsa möter è à ì ò ù é €');
  });

  it('replaces the rest by its likeness, so that one letter does not cut a page to 70 characters', () => {
    expect(toGsm7('È “Łukasz” – č…')).toBe('E "?ukasz" - c...');
  });

  it('counts segments as carriers do', () => {
    expect(gsm7Segments('a'.repeat(160))).toBe(1);
    expect(gsm7Segments('a'.repeat(161))).toBe(2);
    expect(gsm7Segments('a'.repeat(307))).toBe(3);
    expect(gsm7Segments('€'.repeat(81))).toBe(2);
  });

  it('cuts the middle and keeps the link', () => {
    const text = `A42 accepts. ${'very long company name '.repeat(20)} https://calls.example.com/a/7Kq2x`;
    const fitted = fitSegments(text, 2);
    expect(gsm7Segments(fitted)).toBeLessThanOrEqual(2);
    expect(fitted.startsWith('A42 accepts.')).toBe(true);
    expect(fitted.endsWith(' https://calls.example.com/a/7Kq2x')).toBe(true);
  });

  it('always fits, whatever the names in it are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), (name) => {
        const fitted = fitSegments(`A42 accepts. ${name} https://calls.example.com/a/7Kq2x`, 2);
        expect(gsm7Segments(fitted)).toBeLessThanOrEqual(2);
        expect(toGsm7(fitted)).toBe(fitted);
      }),
    );
  });
});
