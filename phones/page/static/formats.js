// How times, durations and numbers are written.

const two = (number) => String(number).padStart(2, '0');

/** 02:47:12 in the reader's own zone. */
export function timeOfDay(iso) {
  const at = new Date(iso);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** 0:06, 58:52, then 1:07 h. */
export function duration(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 3600) return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  return `${Math.floor(seconds / 3600)}:${two(Math.floor((seconds % 3600) / 60))} h`;
}

/** Numbers that people know as a word. */
const SPELLED = { '+18004803466': '1-800-480-DINO' };

/** +12025550100 becomes +1 202 555 0100; what is no number stays as it is. */
export function grouped(number) {
  return number
    .replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3')
    .replace(/^\+([2-9]\d)(\d{2,3})(\d{3})(\d{2,})$/, '+$1 $2 $3 $4');
}

/** As on a letterhead: a word where there is one. */
export function spelled(number) {
  return SPELLED[number] ?? grouped(number);
}

const LETTERS = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];
/** The letters on a key of the pad; none on 1, * and #. */
export function lettersOn(key) {
  return key === '0' ? '+' : (LETTERS[Number(key) - 2] ?? '');
}

/** What was dialled as +12025550100, or null: letters are keys, and a number without a country is one of +1. */
export function dialled(text) {
  const digits = text
    .toUpperCase()
    .replace(/[A-Z]/g, (letter) => String(LETTERS.findIndex((key) => key.includes(letter)) + 2))
    .replace(/[\s().-]/g, '');
  if (/^\+[1-9]\d{4,14}$/.test(digits)) return digits;
  if (/^1?[2-9]\d{9}$/.test(digits)) return `+1${digits.slice(-10)}`;
  return null;
}

/** CA0123…9b38 becomes CA…9b38. */
export function shortSid(sid) {
  return `${sid.slice(0, 2)}…${sid.slice(-4)}`;
}

const LINK = /\bhttps?:\/\/[^\s<>"]+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^\s<>"]+/gi;

/** A text in parts, links among them: [{ text, href? }]. A full stop behind a link is not in it. */
export function withLinks(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const link = match[0].replace(/[.,;:!?)]+$/, '');
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: link, href: link.startsWith('http') ? link : `https://${link}` });
    from = match.index + link.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
