import { systemClock } from '../kernel/index.ts';
import type { FetchedRecording } from '../telephony/index.ts';
import { UnreadableAnswer } from './carrier-answers.ts';
import { defaultTimeoutMs, signInOf, type TwilioSettings } from './client.ts';
import { HttpClient } from './http-client.ts';

const recordingPath = /\/2010-04-01\/Accounts\/([\w-]{1,64})\/Recordings\/([\w-]{1,64})(?:\.mp3|\.wav)?$/;
/** An hour of MP3 at Twilio's 32 kbit/s is 14 MB. */
const maxRecordingBytes = 20 * 1024 * 1024;
/** Each is held in memory while it passes. */
const maxRecordingsAtOnce = 8;

/** A refusal to ask, or the carrier's. `status` is as the SDK's own exceptions have it. */
class RecordingRefused extends Error {
  override readonly name = 'RecordingRefused';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Reads recordings with the account's sign-in, as MP3.
 *
 * The sign-in goes to the API's own address and to recordings of this account alone: the URL came in by a request
 * from outside, and somebody who could choose it would be sent the account's secret, or our inner network's answers.
 * Redirects are not followed, for the same reason.
 */
export function createRecordingReader(settings: TwilioSettings): (url: string) => Promise<FetchedRecording> {
  const http = new HttpClient({
    timeoutMs: settings.timeoutMs ?? defaultTimeoutMs,
    maxSockets: maxRecordingsAtOnce,
    clock: settings.clock ?? systemClock,
  });
  return async (url) => {
    const uri = `${addressOf(url, settings)}.mp3`;
    const answer = await http.requestBytes({ method: 'get', uri, ...signInOf(settings) }, maxRecordingBytes);
    const { statusCode, body, headers } = answer;
    if (statusCode !== 200) {
      throw new RecordingRefused(statusCode, `the carrier answers ${statusCode} for the recording`);
    }
    const contentType = headers['content-type'] ?? '';
    // What is passed on to a browser under our own name must be sound and nothing else.
    if (!/^audio\/[\w.+-]+$/.test(contentType)) {
      throw new UnreadableAnswer(`the carrier sends ${contentType || 'something unnamed'} and no sound`);
    }
    return { contentType, body };
  };
}

/**
 * The recording's address, without extension.
 * @throws Error when it is not that of a recording of this account at the API that we use.
 */
export function addressOf(url: string, { accountSid, apiUrl }: TwilioSettings): string {
  const base = new URL(apiUrl ?? 'https://api.twilio.com');
  const given = URL.canParse(url) ? new URL(url) : undefined;
  if (given?.origin !== base.origin || given.username !== '' || given.password !== '') {
    throw new Error(`the recording is not at the carrier in use, ${base.host}`);
  }
  const [, account, id] = recordingPath.exec(given.pathname) ?? [];
  if (id === undefined) throw new Error('the address is not that of a recording');
  if (account !== accountSid) throw new Error('the recording belongs to another account with the carrier');
  const prefix = base.pathname.replace(/\/+$/, '');
  return `${base.origin}${prefix}/2010-04-01/Accounts/${accountSid}/Recordings/${id}`;
}

/** Whether an address is that of a recording of this account at the API that we use. */
export function liesHere(url: string | null, settings: TwilioSettings): boolean {
  if (url === null) return false;
  try {
    addressOf(url, settings);
    return true;
  } catch {
    return false;
  }
}

/** Whether an address names another account, wherever it is: the one that we use cannot have it. */
export function isOfAnotherAccount(url: string | null, { accountSid }: TwilioSettings): boolean {
  if (url === null || !URL.canParse(url)) return false;
  const [, account] = recordingPath.exec(new URL(url).pathname) ?? [];
  return account !== undefined && account !== accountSid;
}
