import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlOf, isMailAddress, oneLine } from './form.ts';

describe('an address', () => {
  it.each(['dana@example.com', 'd.reyes+support@mail.example.co.uk', 'anna@localhost', 'åsa@exämple.se'])(
    'is %s',
    (text) => expect(isMailAddress(text)).toBe(true),
  );

  it.each([
    '',
    'dana',
    'dana@',
    '@example.com',
    'dana@example.com, eve@example.com',
    'Dana <dana@example.com>',
    'dana@example.com\r\nBcc: eve@example.com',
    'dana@example.com\n',
    'a b@example.com',
    'a@b@c',
    `${'a'.repeat(250)}@example.com`,
  ])('is not %j', (text) => expect(isMailAddress(text)).toBe(false));
});

describe('a subject', () => {
  it('is always one line of a length that a header can have, whatever is written into it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const line = oneLine(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(line.length).toBeLessThanOrEqual(300);
      }),
    );
  });
});

describe('the HTML of a plain text', () => {
  it('has paragraphs, lines and links, and no mark-up that somebody wrote', () => {
    const html = htmlOf('Dear <b>Dana</b>,\n"it" works.\n\nSee https://x.example/a?b=1&c=2.', 'en-US');
    expect(html).toContain('<html lang="en-US">');
    expect(html).toContain('<p>Dear &lt;b&gt;Dana&lt;/b&gt;,<br>\n&quot;it&quot; works.</p>');
    expect(html).toContain('<a href="https://x.example/a?b=1&amp;c=2">https://x.example/a?b=1&amp;c=2</a>.');
  });
});
