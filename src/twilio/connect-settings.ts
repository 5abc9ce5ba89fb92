import { readOptions, type NoWish } from '../command-line/index.ts';
import { toPhoneNumber, type PhoneNumber } from '../kernel/index.ts';
import type { TwilioSettings } from './client.ts';

export interface ConnectSettings {
  number: PhoneNumber;
  /** False: show only. */
  apply: boolean;
  /** Without a slash at its end. */
  publicUrl: string;
  /** Absent: the number keeps the one it has. */
  voiceFallbackUrl?: string;
  twilio: TwilioSettings;
}

export type ConnectSettingsResult = { ok: true; settings: ConnectSettings } | NoWish;

export const connectUsage = `Usage: npm run connect -- --number +12025550100 [--voice-fallback https://...]
         shows what would change in the number's settings at Twilio, to those that lead to PUBLIC_URL
       npm run connect -- --number +12025550100 [--voice-fallback https://...] --apply
         changes it and reads it back`;

const options = {
  number: { type: 'string' },
  apply: { type: 'boolean' },
  'voice-fallback': { type: 'string' },
} as const;

/** Reads the command line and the environment; every fault at once, each with its mend. */
export function readConnectSettings(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ConnectSettingsResult {
  const read = readOptions(args, options);
  if (read.ok !== true) return read;
  const { values } = read;
  const faults: string[] = [];
  const number = toPhoneNumber(values.number);
  if (number === undefined) {
    faults.push(`--number ${values.number ?? 'is missing'}: give the Twilio number as +12025550100`);
  }
  const voiceFallbackUrl = values['voice-fallback'];
  if (voiceFallbackUrl !== undefined) checkHttps('--voice-fallback', voiceFallbackUrl, faults);
  const publicUrl = readPublicUrl(env.PUBLIC_URL, faults);
  const twilio = readTwilioSettings(env, faults);
  if (faults.length > 0 || number === undefined) return { ok: false, faults };
  const apply = values.apply ?? false;
  return {
    ok: true,
    settings: { number, apply, publicUrl, twilio, ...(voiceFallbackUrl && { voiceFallbackUrl }) },
  };
}

function readPublicUrl(text: string | undefined, faults: string[]): string {
  if (!text) {
    faults.push('PUBLIC_URL is missing: set it to the https address at which Twilio reaches this service');
    return '';
  }
  checkHttps('PUBLIC_URL', text, faults);
  if (/[?#]/.test(text)) faults.push(`PUBLIC_URL ${text}: leave out what follows ? or #`);
  return text.replace(/\/+$/, '');
}

function checkHttps(name: string, text: string, faults: string[]): void {
  if (!URL.canParse(text)) faults.push(`${name} ${text}: not a URL; it looks like https://desk.example.com`);
  else if (new URL(text).protocol !== 'https:') {
    faults.push(`${name} ${text}: must be https, callers' numbers and recordings travel on it`);
  }
}

function readTwilioSettings(
  env: Readonly<Record<string, string | undefined>>,
  faults: string[],
): TwilioSettings {
  const accountSid = env.TWILIO_ACCOUNT_SID ?? '';
  if (accountSid === '') faults.push("TWILIO_ACCOUNT_SID is missing: copy it from Twilio's console");
  else if (!/^AC[0-9a-f]{32}$/i.test(accountSid)) {
    faults.push('TWILIO_ACCOUNT_SID is malformed: AC and 32 hexadecimal digits');
  }
  const { TWILIO_AUTH_TOKEN: authToken, TWILIO_API_KEY: apiKey, TWILIO_API_SECRET: apiSecret } = env;
  if (Boolean(apiKey) !== Boolean(apiSecret)) faults.push('TWILIO_API_KEY and TWILIO_API_SECRET go together');
  if (!authToken && !apiKey) {
    faults.push('TWILIO_AUTH_TOKEN is missing: set it, or TWILIO_API_KEY and TWILIO_API_SECRET');
  }
  const apiUrl = env.TWILIO_API_URL || undefined;
  if (apiUrl !== undefined && !URL.canParse(apiUrl)) faults.push(`TWILIO_API_URL ${apiUrl}: not a URL`);
  const key = apiKey && apiSecret ? { apiKey, apiSecret } : {};
  return { accountSid, authToken: authToken ?? '', apiUrl, ...key };
}
