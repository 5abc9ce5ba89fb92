import twilio from 'twilio';
import type { Clock } from '../kernel/index.ts';
import { HttpClient } from './http-client.ts';

/** The account, and how to reach it. With an API key the key signs in, otherwise the auth token does. */
export interface TwilioSettings {
  /** AC and 32 hexadecimal digits; at a carrier with a compatible API whatever it calls its accounts. */
  accountSid: string;
  authToken: string;
  /** SK and 32 hexadecimal digits; counts only together with `apiSecret`. */
  apiKey?: string | undefined;
  apiSecret?: string | undefined;
  /** Base URL of the REST API; absent: Twilio's own. A regional one is https://api.dublin.ie1.twilio.com. */
  apiUrl?: string | undefined;
  /** Another carrier with an API compatible to Twilio's: needs `apiUrl`. */
  isCompatible?: boolean;
  /** Over the whole request. */
  timeoutMs?: number;
  /** Connections at the same time; further requests wait for one, within their timeout. */
  maxSockets?: number;
  clock?: Clock;
}

export type TwilioClient = ReturnType<typeof twilio>;

export const defaultTimeoutMs = 8_000;
const defaultMaxSockets = 256;

/** The name and secret that sign in at the REST API. */
export function signInOf({ accountSid, authToken, apiKey, apiSecret }: TwilioSettings): {
  username: string;
  password: string;
} {
  const keyed = apiKey !== undefined && apiSecret !== undefined;
  return keyed ? { username: apiKey, password: apiSecret } : { username: accountSid, password: authToken };
}

/**
 * The official SDK's client on our own HTTP client.
 *
 * Its address is `apiUrl` and nothing else: TWILIO_REGION and TWILIO_EDGE, which the SDK reads by itself, would move
 * the requests to a region where the same credentials are refused.
 * @throws Error when `accountSid` does not begin with AC, unless the API is only compatible.
 */
export function createTwilioClient(settings: TwilioSettings): TwilioClient {
  const { accountSid, apiUrl } = settings;
  const httpClient = new HttpClient({
    timeoutMs: settings.timeoutMs ?? defaultTimeoutMs,
    maxSockets: settings.maxSockets ?? defaultMaxSockets,
    ...(settings.clock && { clock: settings.clock }),
  });
  const { username, password } = signInOf(settings);
  const client = twilio(username, password, {
    // The SDK insists on Twilio's form; what the paths are made of is set below.
    accountSid: settings.isCompatible ? `AC${'0'.repeat(32)}` : accountSid,
    // Structurally the same seam; the SDK types it as its own axios class.
    httpClient: httpClient as never,
  });
  client.accountSid = accountSid;
  client.getHostname = (hostname) => hostname;
  if (apiUrl !== undefined) client.api.baseUrl = apiUrl;
  return client;
}
