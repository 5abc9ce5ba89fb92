import { randomBytes } from 'node:crypto';

/**
 * A new UUID of version 7: its first 48 bits are `now` in milliseconds, so that rows made together lie together in
 * an index; the rest is random.
 */
export function newId(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A secret that may stand in a link: 72 random bits as 12 characters. */
export function newLinkToken(): string {
  return randomBytes(9).toString('base64url');
}
