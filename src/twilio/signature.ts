import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { connectionOverrides } from './connection-overrides.ts';

/** Form fields of a webhook as parsed: a field that came more than once is a list. */
export type WebhookFields = Readonly<Record<string, string | string[]>>;

/** One webhook as it came in, in the parts that are signed. */
export interface SignedRequest {
  /** The X-Twilio-Signature header. */
  signature: string;
  /** The whole address as Twilio knows it: scheme, host, path and query, byte for byte. */
  url: string;
  /** The body's fields; none for GET. */
  fields: WebhookFields;
}

/** base64 of 20 bytes of HMAC-SHA1. */
const signatureForm = /^[A-Za-z0-9+/]{27}=$/;

/** Whether text could be a signature at all: tells the rest of the internet apart before a body is read. */
export function looksSigned(signature: unknown): signature is string {
  return typeof signature === 'string' && signatureForm.test(signature);
}

/**
 * Whether Twilio signed this request with one of `authTokens`; two are good while a token is rotated.
 * Never throws: what cannot be checked is not valid. Twilio signs voice webhooks over https without the port and
 * others with it: both are tried.
 */
export function hasValidSignature(authTokens: readonly string[], request: SignedRequest): boolean {
  if (!looksSigned(request.signature)) return false;
  // Twilio leaves out of the signature the fragment that carries its connection overrides (#rc=2).
  const url = request.url.split('#', 1)[0] ?? '';
  // A carrier that only resembles Twilio may sign the whole address that it was given, our overrides included.
  return authTokens.some((authToken) =>
    [url, url + connectionOverrides].some((signed) => {
      try {
        return authToken !== '' && validateRequest(authToken, request.signature, signed, request.fields);
      } catch {
        return false;
      }
    }),
  );
}
