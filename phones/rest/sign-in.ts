import { createHash, timingSafeEqual } from 'node:crypto';
import type { Account } from '../carrier/model.ts';

/** Checks HTTP basic authentication: account sid and token, or a configured API key and its secret. */
export function isSignedIn(account: Account, header: string | undefined): boolean {
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return false;
  const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const expected = user === account.sid ? account.authToken : account.apiKeys[user];
  return expected !== undefined && same(rest.join(':'), expected);
}

function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
