import { createHmac } from 'node:crypto';

/**
 * X-Twilio-Signature: base64 of HMAC-SHA1 over the URL followed by every POST field, name then value, names sorted.
 * Source: Twilio, "Validating requests".
 */
export function sign(authToken: string, url: string, fields: Readonly<Record<string, string>> = {}): string {
  const text = Object.keys(fields)
    .sort()
    .reduce((sum, name) => sum + name + (fields[name] ?? ''), url);
  return createHmac('sha1', authToken).update(text, 'utf8').digest('base64');
}

/**
 * The URL as Twilio signs it: no fragment, no user and password; a port is dropped for voice over https only.
 * Works on the text, so that the query keeps its exact bytes.
 */
export function signedUrl(url: string, product: 'voice' | 'sms'): string {
  const bare = url.replace(/#.*$/s, '').replace(/^(https?:\/\/)[^/?@]*@/i, '$1');
  return product === 'voice' ? bare.replace(/^(https:\/\/[^/?:]+):\d+/i, '$1') : bare;
}
