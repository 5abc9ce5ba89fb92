import path from 'node:path';
import type { PhoneNumber } from '../kernel/index.ts';
import type { Values } from './variables.ts';

/** The service's settings, checked. Holds secrets: log nothing of it. */
export interface Config {
  /** NODE_ENV=production. */
  readonly isProduction: boolean;
  readonly host: string;
  readonly port: number;
  /** Origin without a slash at its end: links are made from it, and Twilio's signatures checked against it. */
  readonly publicUrl: string;
  readonly database: DatabaseConfig;
  /** Folder in which is kept what callers did while the database could not record it. */
  readonly journalDir: string;
  readonly carrier: CarrierConfig;
  /** Takes over what the first cannot do; undefined: there is one. */
  readonly secondCarrier: SecondCarrierConfig | undefined;
  /** Numbers that pages come from; empty: the desk's own. */
  readonly pageFrom: readonly PhoneNumber[];
  /** Folder of the IVR scripts. */
  readonly ivrScripts: string;
  /** Undefined: mail stays in the outbox. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
  /** What whoever brings customers' mail has to show; undefined: none is taken. */
  readonly mailInboundSecret: string | undefined;
  /** A number of ours to which a test text and call are sent again and again; undefined: none are. */
  readonly canary: { readonly number: PhoneNumber; readonly everyMinutes: number } | undefined;
  /** A bearer token with a supervisor's rights in the JSON API; undefined: tokens are made in the console. */
  readonly apiToken: string | undefined;
  /** Where callers are answered while the service is down; undefined: nowhere. */
  readonly failOpen: FailOpenConfig | undefined;
  /** How long what is personal is kept, in days; 0: for ever. */
  readonly retention: { readonly recordingDays: number; readonly personalDataDays: number };
  /** Addresses or networks of the proxies that clients come through. */
  readonly trustedProxies: readonly string[];
  readonly role: 'all' | 'web' | 'worker';
  readonly logLevel: NonNullable<Values['LOG_LEVEL']>;
}

export interface FailOpenConfig {
  /** The folder's address at the static host, without a slash at its end. */
  readonly url: string;
  /** Where the service writes the documents; undefined: somebody else brings them to the host. */
  readonly folder: string | undefined;
}

export type DatabaseConfig =
  | { readonly kind: 'server'; readonly url: string; readonly migrationUrl: string | undefined }
  | { readonly kind: 'embedded'; readonly dataDir: string };

export type CarrierConfig =
  | {
      readonly kind: 'twilio';
      readonly accountSid: string;
      readonly authToken: string;
      /** Accepted in signatures: the token, and the next one while it is rotated. */
      readonly authTokens: readonly string[];
      readonly apiKey: string | undefined;
      readonly apiSecret: string | undefined;
      readonly apiUrl: string | undefined;
    }
  | { readonly kind: 'simulated'; readonly phonesPort: number; readonly callsPerSecond: number };

export interface SecondCarrierConfig {
  readonly kind: 'signalwire';
  /** https://SPACE.signalwire.com */
  readonly spaceUrl: string;
  readonly projectId: string;
  readonly apiToken: string;
  /** Checks the signatures of its requests. */
  readonly signingKey: string;
  /** Our numbers there; pages come from the first. */
  readonly numbers: readonly PhoneNumber[];
}

/** Puts checked variables in the order in which the service uses them. */
export function toConfig(values: Values): Config {
  const carrier = toCarrier(values);
  const address = values.HOST.includes(':') ? `[${values.HOST}]` : values.HOST;
  const {
    SMTP_URL: smtpUrl,
    MAIL_FROM: from,
    DATABASE_URL: url,
    FAIL_OPEN_URL: failOpenUrl,
    DATABASE_MIGRATION_URL: migrationUrl,
  } = values;
  return {
    isProduction: values.NODE_ENV === 'production',
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL ?? `http://${address}:${values.PORT}`,
    database:
      url === undefined
        ? { kind: 'embedded', dataDir: values.DATA_DIR }
        : { kind: 'server', url, migrationUrl },
    journalDir: values.JOURNAL_DIR ?? path.join(url === undefined ? values.DATA_DIR : '.data', 'journal'),
    carrier,
    secondCarrier: toSecondCarrier(values),
    pageFrom: values.PAGE_FROM,
    ivrScripts: values.IVR_SCRIPTS,
    mail: smtpUrl === undefined || from === undefined ? undefined : { smtpUrl, from },
    mailInboundSecret: values.MAIL_INBOUND_SECRET,
    canary:
      values.CANARY_NUMBER === undefined
        ? undefined
        : { number: values.CANARY_NUMBER, everyMinutes: values.CANARY_EVERY_MINUTES },
    apiToken: values.API_TOKEN,
    failOpen: failOpenUrl === undefined ? undefined : { url: failOpenUrl, folder: values.FAIL_OPEN_DIR },
    retention: { recordingDays: values.RECORDING_DAYS, personalDataDays: values.PERSONAL_DATA_DAYS },
    trustedProxies: values.TRUSTED_PROXIES,
    role: values.ROLE,
    // Whoever tries it reads the screen, where the log would stand between the words for people.
    logLevel: values.LOG_LEVEL ?? (carrier.kind === 'simulated' ? 'warn' : 'info'),
  };
}

function toCarrier(values: Values): CarrierConfig {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = values;
  if (accountSid === undefined || authToken === undefined) {
    return {
      kind: 'simulated',
      phonesPort: values.PHONES_PORT ?? values.PORT + 1,
      callsPerSecond: values.PHONES_CALLS_PER_SECOND,
    };
  }
  const next = values.TWILIO_AUTH_TOKEN_NEXT;
  return {
    kind: 'twilio',
    accountSid,
    authToken,
    authTokens: next === undefined ? [authToken] : [authToken, next],
    apiKey: values.TWILIO_API_KEY,
    apiSecret: values.TWILIO_API_SECRET,
    apiUrl: values.TWILIO_API_URL,
  };
}

function toSecondCarrier(values: Values): SecondCarrierConfig | undefined {
  const {
    SIGNALWIRE_SPACE_URL: spaceUrl,
    SIGNALWIRE_PROJECT_ID: projectId,
    SIGNALWIRE_API_TOKEN: apiToken,
    SIGNALWIRE_SIGNING_KEY: signingKey,
    SIGNALWIRE_FROM: numbers,
  } = values;
  // Some without the others is a contradiction, which has been refused before.
  if (!spaceUrl || !projectId || !apiToken || !signingKey || !numbers) return undefined;
  return { kind: 'signalwire', spaceUrl, projectId, apiToken, signingKey, numbers };
}
