import { isIP } from 'node:net';
import { z } from 'zod';
import { isPhoneNumber, type PhoneNumber } from '../kernel/index.ts';
import { isStaticHost } from './static-host.ts';

// The forms that settings come in: text in, a checked value out. Each message ends the sentence "VARIABLE …".

export const portNumber = z
  .string()
  .regex(/^\d{1,5}$/, 'is not a port number')
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535, 'is not a port number');

/** A name or an address to listen on. A colon is only in an IPv6 address: a port has a variable of its own. */
export const hostName = z
  .string()
  .regex(/^[\w.:-]+$/, 'is no host name or address')
  .refine((text) => !text.includes(':') || isIP(text) === 6, 'is no host name or address');

/** 0 keeps for ever. */
export const days = z
  .string()
  .regex(/^\d{1,5}$/, 'is no number of days')
  .transform(Number);

export const minutes = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/, 'is no whole number of minutes')
    .transform(Number)
    .refine((count) => count >= least && count <= most, `is not from ${least} to ${most}`);

export const rate = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,3})?$/, 'is no number')
  .transform(Number)
  .refine((count) => count > 0, 'is not above 0');

const web = ['http:', 'https:'];

export const webOrigin = z
  .string()
  .refine((text) => isUrlOf(text, web), 'is not an http or https address')
  .refine(
    (text) => !URL.canParse(text) || hasOriginOnly(new URL(text)),
    'has more than scheme, host and port',
  )
  .transform((text) => (URL.canParse(text) ? new URL(text).origin : text));

export const webAddress = z
  .string()
  .refine((text) => isUrlOf(text, web), 'is not an http or https address')
  .refine(
    (text) => !URL.canParse(text) || hasNoExtras(new URL(text)),
    'has more than scheme, host, port and path',
  )
  .transform((text) => text.replace(/\/+$/, ''));

export const staticHost = z
  .string()
  .refine(isStaticHost, 'is no https address alone')
  .transform((text) => text.replace(/\/+$/, ''));

export const databaseUrl = z
  .string()
  .refine((text) => isUrlOf(text, ['postgres:', 'postgresql:']), 'is not a PostgreSQL address')
  .refine(canDecode, 'holds a % that begins no code');

export const smtpUrl = z
  .string()
  .refine((text) => isUrlOf(text, ['smtp:', 'smtps:']), 'is not an smtp or smtps address')
  .refine(canDecode, 'holds a % that begins no code');

export const phoneNumber = z.string().refine(isPhoneNumber, 'is no E.164 number');

export const phoneNumbers = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every(isPhoneNumber), 'holds something that is no E.164 number')
  .refine((parts) => new Set(parts).size === parts.length, 'holds a number twice')
  .transform((parts) => parts as PhoneNumber[]);

/** Twilio's names for things: two letters and 32 more characters, hexadecimal as far as is known. */
export const hexSid = (letters: string, otherwise: string) =>
  z.string().regex(new RegExp(`^${letters}[0-9a-zA-Z]{32}$`), otherwise);

export const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'is no project id');

/** Env files of containers keep quotation marks, and examples have dots where the secret goes. */
export const secret = z
  .string()
  .regex(/^\S+$/, 'holds a blank')
  .refine((text) => !/^(".*"|'.*')$/.test(text), 'stands in quotation marks, which count')
  .refine((text) => /[A-Za-z0-9]/.test(text), 'holds no letter and no digit');

/** What clients send after "Bearer": a header takes no other characters. */
export const token = secret.refine(
  (text) => /^[\w.~+/-]+=*$/.test(text),
  'holds a character that no bearer token can have',
);

/** An address, or a name and an address in angle brackets. */
export const mailSender = z
  .string()
  .regex(
    /^([^\s@<>",]+@[^\s@<>",]+|("[^"\r\n]*"|[^@<>",\r\n]*)\s*<[^\s@<>",]+@[^\s@<>",]+>)$/,
    'is no mail address',
  );

export const addressesOrNetworks = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .refine((parts) => parts.every(isAddressOrNetwork), 'holds something that is no address and no network');

export const folder = z.string().refine((text) => !text.includes('\0'), 'is no path');

function isUrlOf(text: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, searchParams } = new URL(text);
  // PostgreSQL's may name the folder of a unix socket as ?host=.
  const hasHost = hostname !== '' || (protocol.startsWith('postgres') && searchParams.has('host'));
  return protocols.includes(protocol) && hasHost;
}

/** Whoever connects decodes user, password and path, and stumbles over a lone %. */
function canDecode(text: string): boolean {
  if (!URL.canParse(text)) return true;
  const { username, password, pathname } = new URL(text);
  try {
    decodeURIComponent(username + password + pathname);
    return true;
  } catch {
    return false;
  }
}

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    most > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
}

function hasOriginOnly(url: URL): boolean {
  return (url.pathname === '/' || url.pathname === '') && hasNoExtras(url);
}

function hasNoExtras({ search, hash, username, password }: URL): boolean {
  return search + hash + username + password === '';
}
