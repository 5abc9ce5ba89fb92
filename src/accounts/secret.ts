import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret for a link or a cookie: 256 bits, in letters that a URL may hold. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. A plain hash is enough: nobody guesses 256 bits. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** The token that every form of a session carries; made from the cookie's secret, so nothing more is stored. */
export function csrfTokenOf(sessionSecret: string): string {
  return createHmac('sha256', sessionSecret).update('form of the console').digest('base64url');
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}

/** The cookie of a browser that somebody has signed in from; it signs nobody in. */
export function browserCookieName(secure: boolean): string {
  return secure ? '__Host-afterhours-browser' : 'afterhours-browser';
}

/** The cookie of a session. Over https the prefix has the browser refuse one that a subdomain has set for us. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-afterhours' : 'afterhours';
}
