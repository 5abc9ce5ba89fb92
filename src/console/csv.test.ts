import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';

describe('CSV', () => {
  it('quotes what needs it and leaves out what is not there', () => {
    expect(csv([['a', undefined, 'b,c', 'say "hi"', 'two\nlines']])).toBe(
      'a,,"b,c","say ""hi""","two\nlines"\r\n',
    );
  });

  it('never gives a spreadsheet a formula', () => {
    expect(csv([['=1+1', '+1202', '-x', '@x', ' =x']])).toBe("'=1+1,'+1202,'-x,'@x,' =x\r\n");
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(csv([[text]])).not.toMatch(/^"?\s*[=+\-@]/);
      }),
    );
  });
});
