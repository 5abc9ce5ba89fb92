import { cutText } from '../kernel/index.ts';

/** The longest line that a header may have, RFC 5322; an address is at most 254, RFC 5321. */
const LONGEST_SUBJECT = 300;
const LONGEST_ADDRESS = 254;

/**
 * True for one mail address and nothing else: no name, no second address, nothing that could end a header. Narrower than
 * RFC 5322 on purpose.
 */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= LONGEST_ADDRESS && /^[^\s@<>()[\],;:"\\\p{Cc}]+@[^\s@<>()[\],;:"\\\p{Cc}]+$/u.test(text)
  );
}

/** The text on one line: what would end or fold a header becomes a blank. */
export function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length > LONGEST_SUBJECT ? `${cutText(line, LONGEST_SUBJECT - 1)}…` : line;
}

/** Plain text as simple HTML: paragraphs, lines, and addresses of the web as links. */
export function htmlOf(text: string, language: string | undefined): string {
  const paragraphs = text
    .trim()
    .split(/\n\s*\n/)
    .map((part) => `<p>${linked(part).replaceAll('\n', '<br>\n')}</p>`);
  const lang = language === undefined ? '' : ` lang="${escaped(language)}"`;
  return `<!doctype html>\n<html${lang}><body>\n${paragraphs.join('\n')}\n</body></html>\n`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Only what begins with http is a link: no other scheme is made one. */
function linked(text: string): string {
  return escaped(text).replace(/https?:\/\/[^\s<]*[^\s<.,;:!?)&]/g, (url) => `<a href="${url}">${url}</a>`);
}
