/** What is wrong with a MAC address, so that it can be said in any language. */
export type MacFault =
  /** A pair, counted from 1 of `of`, that is not of hexadecimal digits; `of` is 3 where digits stand in fours. */
  | { kind: 'digits'; group: number; of: number; text: string }
  /** So many hexadecimal digits where there must be twelve. */
  | { kind: 'length'; digits: number };

export type MacReading = { ok: true; mac: string } | { ok: false; fault: MacFault };

const twelve = 12;

/**
 * A MAC address in any usual notation (00:1C:42:0B:7F:3A, 00-1c-42-0b-7f-3a, 001C.420B.7F3A, 001C420B7F3A, 00 1C 42 …)
 * as 00:1C:42:0B:7F:3A. What is no separator and no hexadecimal digit is named with the group it stands in.
 */
export function readMac(text: string): MacReading {
  const written = text
    .trim()
    .toUpperCase()
    .replace(/^MAC[\s:=-]+/, '');
  const parts = written.split(/[\s:.\-–]+/).filter((part) => part !== '');
  const groups = parts.length === 1 ? pairsOf(parts[0]!) : parts;
  const wrong = groups.findIndex((group) => !/^[0-9A-F]+$/.test(group));
  if (wrong >= 0) {
    return {
      ok: false,
      fault: { kind: 'digits', group: wrong + 1, of: groups.length, text: groups[wrong]! },
    };
  }
  const digits = groups.join('');
  if (digits.length !== twelve) return { ok: false, fault: { kind: 'length', digits: digits.length } };
  return { ok: true, mac: pairsOf(digits).join(':') };
}

function pairsOf(text: string): string[] {
  return text.match(/[^]{1,2}/g) ?? [];
}

/** A serial number as it is compared: in capitals, without spaces. Undefined when it holds what no label does. */
export function readSerial(text: string): string | undefined {
  const serial = text.toUpperCase().replace(/\s+/g, '').replace(/–/g, '-');
  return /^[\p{Lu}\p{N}][\p{Lu}\p{N}./_-]{0,59}$/u.test(serial) ? serial : undefined;
}

/** A name as it is compared: Lars  holm is Lars Holm. */
export function sameName(a: string, b: string): boolean {
  const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  return plain(a) === plain(b);
}
