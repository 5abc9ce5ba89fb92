const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '^{}\\[~]|€';

const PLAIN: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\t': ' ',
};

/**
 * `text` with every character that GSM 03.38 lacks replaced by its nearest plain one ("È" by "E"), so that one odd
 * letter in a customer's name does not cut a page to 70 characters a segment. What has no likeness becomes "?".
 */
export function toGsm7(text: string): string {
  return [...text].map(plain).join('');
}

function plain(character: string): string {
  if (BASIC.includes(character) || EXTENDED.includes(character)) return character;
  const known = PLAIN[character];
  if (known !== undefined) return known;
  const base = character.normalize('NFD').replace(/\p{M}/gu, '');
  return base !== '' && [...base].every((c) => BASIC.includes(c)) ? base : '?';
}

/** Segments of a GSM-7 text: 160 septets alone, 153 each when several; extended characters count two. */
export function gsm7Segments(text: string): number {
  const septets = [...text].reduce((sum, c) => sum + (EXTENDED.includes(c) ? 2 : 1), 0);
  return septets <= 160 ? 1 : Math.ceil(septets / 153);
}

/** `text` cut to at most `segments` GSM-7 segments, keeping its end (a link) whole: the middle gives way. */
export function fitSegments(text: string, segments: number): string {
  const whole = toGsm7(text);
  if (gsm7Segments(whole) <= segments) return whole;
  const tail = whole.slice(whole.lastIndexOf(' '));
  let head = whole.slice(0, whole.length - tail.length);
  while (head.length > 0 && gsm7Segments(`${head}...${tail}`) > segments) head = head.slice(0, -1);
  return `${head}...${tail}`;
}
