import type { Clock } from '../kernel/index.ts';
import type { Telephony } from '../telephony/index.ts';
import { createTwilioTelephony } from './telephony.ts';

/** A SignalWire project, and how to reach it. */
export interface SignalWireSettings {
  /** The space: https://SPACE.signalwire.com, without a slash at its end. */
  spaceUrl: string;
  /** The project's id, a UUID. */
  projectId: string;
  apiToken: string;
  clock?: Clock;
}

/** Where SignalWire's API that is compatible to Twilio's begins, below the space's address. */
const COMPATIBLE_API = '/api/laml';

/** The base of SignalWire's compatible API. */
export function signalWireApiUrl(spaceUrl: string): string {
  return `${spaceUrl}${COMPATIBLE_API}`;
}

/**
 * Telephony through SignalWire's compatible REST API: Twilio's paths, forms and documents below another address. Its ids
 * are opaque, mostly UUIDs. Source: SignalWire, "Compatibility API".
 */
export function createSignalWireTelephony(settings: SignalWireSettings): Telephony {
  return createTwilioTelephony({
    accountSid: settings.projectId,
    authToken: settings.apiToken,
    apiUrl: signalWireApiUrl(settings.spaceUrl),
    isCompatible: true,
    ...(settings.clock && { clock: settings.clock }),
  });
}
