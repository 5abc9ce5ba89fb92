import { z } from 'zod';
import {
  addressesOrNetworks,
  databaseUrl,
  days,
  folder,
  hexSid,
  hostName,
  mailSender,
  minutes,
  phoneNumber,
  phoneNumbers,
  portNumber,
  rate,
  secret,
  smtpUrl,
  staticHost,
  token,
  uuid,
  webAddress,
  webOrigin,
} from './fields.ts';

/** Every variable that the service reads, as text in and a checked value out. */
export const variables = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'is none of production, development and test')
    .optional(),
  HOST: hostName.default('127.0.0.1'),
  PORT: portNumber.default(3000),
  PUBLIC_URL: webOrigin.optional(),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_MIGRATION_URL: databaseUrl.optional(),
  DATA_DIR: folder.default('.data'),
  JOURNAL_DIR: folder.optional(),
  TWILIO_ACCOUNT_SID: hexSid('AC', 'is no account SID').optional(),
  TWILIO_AUTH_TOKEN: secret.optional(),
  TWILIO_AUTH_TOKEN_NEXT: secret.optional(),
  TWILIO_API_KEY: hexSid('SK', 'is no API key SID').optional(),
  TWILIO_API_SECRET: secret.optional(),
  TWILIO_API_URL: webAddress.optional(),
  SIGNALWIRE_SPACE_URL: webOrigin.optional(),
  SIGNALWIRE_PROJECT_ID: uuid.optional(),
  SIGNALWIRE_API_TOKEN: secret.optional(),
  SIGNALWIRE_SIGNING_KEY: secret.optional(),
  SIGNALWIRE_FROM: phoneNumbers.optional(),
  PAGE_FROM: phoneNumbers.default([]),
  IVR_SCRIPTS: folder.default('ivr-scripts'),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: mailSender.optional(),
  MAIL_INBOUND_SECRET: token.optional(),
  CANARY_NUMBER: phoneNumber.optional(),
  CANARY_EVERY_MINUTES: minutes(6, 1440).default(60),
  API_TOKEN: token.optional(),
  FAIL_OPEN_URL: staticHost.optional(),
  FAIL_OPEN_DIR: folder.optional(),
  RECORDING_DAYS: days.default(90),
  PERSONAL_DATA_DAYS: days.default(730),
  TRUSTED_PROXIES: addressesOrNetworks.default([]),
  ROLE: z.enum(['all', 'web', 'worker'], 'is none of the roles').default('all'),
  PHONES_PORT: portNumber.optional(),
  PHONES_CALLS_PER_SECOND: rate.default(5),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'is none of the levels')
    .optional(),
});

export type VariableName = keyof typeof variables.shape;
export type Values = z.output<typeof variables>;

export const variableNames = Object.keys(variables.shape) as VariableName[];

/** How to write each variable right; shown with its fault. */
export const rightForms: Record<VariableName, string> = {
  NODE_ENV: 'write production for real calls, in small letters, or leave it out',
  HOST: 'write a host name or an address, such as 127.0.0.1 or 0.0.0.0',
  PORT: 'write a whole number from 1 to 65535, such as 3000',
  PUBLIC_URL: 'write scheme, host and port alone, such as https://calls.example.com',
  DATABASE_URL:
    'write postgresql://USER:PASSWORD@HOST:5432/DATABASE; characters like @ / # % in the password as %40 %2F %23 %25',
  DATABASE_MIGRATION_URL: 'write it like DATABASE_URL, with the role that owns the tables',
  DATA_DIR: 'write the path of a folder',
  JOURNAL_DIR: 'write the path of a folder',
  TWILIO_ACCOUNT_SID: "copy it from Twilio's console: AC and 32 hexadecimal digits",
  TWILIO_AUTH_TOKEN: "copy it from Twilio's console, without blanks",
  TWILIO_AUTH_TOKEN_NEXT: "copy the secondary token from Twilio's console, without blanks",
  TWILIO_API_KEY: "copy the key's SID from Twilio's console: SK and 32 hexadecimal digits",
  TWILIO_API_SECRET: "copy the key's secret, without blanks; Twilio shows it once, when the key is made",
  TWILIO_API_URL:
    'write an address such as https://api.dublin.ie1.twilio.com, without ? # and credentials, or leave it out',
  SIGNALWIRE_SPACE_URL: 'write the address of the space alone, such as https://example.signalwire.com',
  SIGNALWIRE_PROJECT_ID: "copy the project's id from SignalWire's dashboard, a UUID",
  SIGNALWIRE_API_TOKEN: "copy it from SignalWire's dashboard, without blanks",
  SIGNALWIRE_SIGNING_KEY: "copy it from the API section of SignalWire's dashboard, without blanks",
  SIGNALWIRE_FROM:
    "write the project's numbers with + and country code, each once, commas between them, such as +12025550103",
  PAGE_FROM:
    'write numbers with + and country code, each once, commas between them, such as +12025550100,+12025550101',
  IVR_SCRIPTS: 'write the path of a folder',
  SMTP_URL:
    'write smtp://USER:PASSWORD@HOST:587, or smtps:// for TLS from the first byte; characters like @ / # % in the password as %40 %2F %23 %25',
  MAIL_FROM: 'write an address such as support@example.com or "Support <support@example.com>"',
  MAIL_INBOUND_SECRET:
    'write a long random word of letters and digits, at least 8, better what openssl rand -hex 32 prints',
  CANARY_NUMBER:
    'write a number of the account that pages do not come from, such as +12025550101, whose webhooks lead to this service',
  CANARY_EVERY_MINUTES: 'write whole minutes from 6 to 1440, such as 60',
  API_TOKEN:
    'write a long random word of letters and digits, at least 8, better what openssl rand -hex 32 prints',
  FAIL_OPEN_URL:
    'write the https address of the folder at the static host, such as https://static.example.com/k3v9, without ? and #',
  FAIL_OPEN_DIR: 'write the path of a folder',
  RECORDING_DAYS: 'write a whole number of days, such as 90, or 0 to keep them for ever',
  PERSONAL_DATA_DAYS: 'write a whole number of days, such as 730, or 0 to keep it for ever',
  TRUSTED_PROXIES: 'write addresses or networks, commas between them, such as 10.0.0.0/8,192.0.2.7',
  ROLE: 'write all, web or worker',
  PHONES_PORT: 'write a whole number from 1 to 65535, such as 3001',
  PHONES_CALLS_PER_SECOND: 'write a number above 0, such as 5 or 0.5',
  LOG_LEVEL: 'write trace, debug, info, warn, error, fatal or silent',
};

/** Their values are never shown, not even when they are wrong. */
export const secretNames: ReadonlySet<VariableName> = new Set<VariableName>([
  'DATABASE_URL',
  'DATABASE_MIGRATION_URL',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_AUTH_TOKEN_NEXT',
  'TWILIO_API_SECRET',
  'SIGNALWIRE_API_TOKEN',
  'SIGNALWIRE_SIGNING_KEY',
  'SMTP_URL',
  'API_TOKEN',
  'MAIL_INBOUND_SECRET',
  // Whoever knows it reads the telephone numbers of the people on duty.
  'FAIL_OPEN_URL',
]);
