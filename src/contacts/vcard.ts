/** A contact as a telephone takes it in. */
export interface ContactCard {
  /** The same each time, so that a card that is taken in again replaces the first. */
  uid: string;
  name: string;
  organisation: string;
  numbers: readonly { number: string; label: string }[];
  note: string;
  /** When it was made. */
  at: Date;
}

/** Octets of a line, its end not counted (RFC 6350, 3.2). */
const LONGEST_LINE = 75;

/**
 * The card as a vCard of version 3.0, which every telephone reads: Android does not take in all of 4.0. Escaped and folded as
 * RFC 2426 says: lines end in CRLF, and none is longer than 75 octets.
 */
export function writeCard({ uid, name, organisation, numbers, note, at }: ContactCard): string {
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'PRODID:-//Afterhours//Contact card//EN',
    `UID:${escape(uid)}`,
    `FN:${escape(name)}`,
    `N:${escape(name)};;;;`,
    `ORG:${escape(organisation)}`,
    ...numbers.flatMap(({ number, label }, index) => [
      `item${index + 1}.TEL;TYPE=WORK,VOICE${index === 0 ? ',PREF' : ''}:${escape(number)}`,
      `item${index + 1}.X-ABLabel:${escape(label)}`,
    ]),
    `NOTE:${escape(note)}`,
    `REV:${at.toISOString().replace(/\.\d+/, '')}`,
    'END:VCARD',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function escape(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n]/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** Cuts a line between characters, never within one. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    // The blank that begins a folded line counts.
    const room = parts.length === 0 ? LONGEST_LINE : LONGEST_LINE - 1;
    if (Buffer.byteLength(part) + Buffer.byteLength(character) > room) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}
