import type { Draw } from './draw.ts';

/** Values that have broken web services before: empty, huge, negative, not text, not UTF-8, markup, formulas, queries. */
const fixed: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  'NaN',
  '99999999999999999999999999',
  '-0.0000001',
  'null',
  'undefined',
  'true',
  '\0',
  'a\0b',
  '\r\nSet-Cookie: a=b',
  '\u202e\u0000\uffff',
  '\ufeff',
  'å'.repeat(300),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞',
  '👩‍👩‍👧‍👦'.repeat(50),
  `'; DROP TABLE support_case; --`,
  '</Say><Hangup/>',
  '<script>alert(1)</script>',
  ']]><!--',
  '=HYPERLINK("http://evil.example","x")',
  '../../../etc/passwd',
  '${7*7}{{7*7}}%s%n',
  '__proto__',
  'constructor',
  '[object Object]',
  '{"a":1}',
  '2026-13-45T99:99:99Z',
  'Fri, 99 Mar 275761 16:29:59 +0000',
  'http://169.254.169.254/latest/meta-data/',
  '+1202555010',
  '+12025550100',
  'anonymous',
  '*#*#',
  '1'.repeat(5000),
];

/** Bytes that are no UTF-8, or a NUL, percent-encoded as a client would send them. */
const rawEscapes = [
  '%00',
  '%ff%fe',
  '%c0%af',
  '%ed%a0%80',
  '%f4%90%80%80',
  '%',
  '%zz',
  '%u0041',
  '%2e%2e%2f',
];

/** One odd value as text. */
export function oddText(draw: Draw): string {
  if (draw.chance(0.8)) return draw.one(fixed);
  const length = draw.below(draw.chance(0.1) ? 3000 : 30);
  return Array.from({ length }, () => String.fromCodePoint(oddCodePoint(draw))).join('');
}

/** One odd value in the form in which it stands in a path, a query or a body. */
export function oddEscaped(draw: Draw): string {
  return draw.chance(0.3) ? draw.one(rawEscapes) : encodeURIComponent(oddText(draw));
}

function oddCodePoint(draw: Draw): number {
  const point = draw.one([draw.below(0x20), draw.below(0x80), draw.below(0x3000), draw.below(0x10ffff)]);
  // A lone surrogate cannot be sent as UTF-8; the raw escapes have it.
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
}
