import type { IncomingHttpHeaders } from 'node:http';
import type { CarrierName } from '../telephony/index.ts';
import { hasValidSignature, looksSigned, type WebhookFields } from './signature.ts';

/** A carrier whose webhooks are heeded. */
export interface Signer {
  carrier: CarrierName;
  /** What it signs with, and what it will sign with while that is rotated. */
  keys: readonly string[];
}

/**
 * Where each carrier puts its signature. SignalWire signs by Twilio's algorithm with the project's signing key, and its
 * own validator takes either header. Source: SignalWire, "Webhook Security", and its compatibility SDK.
 */
const headersOf: Readonly<Record<CarrierName, readonly string[]>> = {
  twilio: ['x-twilio-signature'],
  signalwire: ['x-signalwire-signature', 'x-twilio-signature'],
};

/** Every header that may hold a signature. */
export const signatureHeaders: readonly string[] = headersOf.signalwire;

/** The carrier that has signed a request; undefined when none of ours has. */
export function signerOf(
  signers: readonly Signer[],
  request: { headers: IncomingHttpHeaders; url: string; fields: WebhookFields },
): CarrierName | undefined {
  const { headers, url, fields } = request;
  return signers.find(({ carrier, keys }) =>
    headersOf[carrier].some((name) => {
      const signature = headers[name];
      return looksSigned(signature) && hasValidSignature(keys, { signature, url, fields });
    }),
  )?.carrier;
}
