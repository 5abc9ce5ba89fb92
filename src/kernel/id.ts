import { randomBytes, randomUUID } from 'node:crypto';

/**
 * A new UUID of version 7: its first 48 bits are `now` in milliseconds, so that rows made together lie together in
 * an index; the rest is random.
 */
export function newId(now: Date): string {
  // Node draws the chance of many such UUIDs at once: thirty are made at a key press.
  const random = randomUUID();
  const time = now.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

/**
 * A secret that may stand in a link: 72 random bits as 12 characters. It ends in a letter or a digit, because a phone
 * that looks for links in a text takes a - or _ at the end for punctuation.
 */
export function newLinkToken(): string {
  for (;;) {
    const token = randomBytes(9).toString('base64url');
    if (!/[-_]$/.test(token)) return token;
  }
}
