import type { PhoneNumber } from '../kernel/index.ts';
import type { TextStatus } from '../telephony/index.ts';
import { toTextStatus } from './statuses.ts';
import { present, readName, readNumber, readText, type WebhookParams } from './webhook-values.ts';

/** How far a text of ours has come. Order by rank of the status, never by arrival. */
export interface TextStatusNotice {
  carrierId: string;
  status: TextStatus;
  /** Why it failed; see `classifyTextError`. */
  errorCode?: string;
}

/** A text from somebody's phone. */
export interface InboundText {
  carrierId: string;
  /** Absent when the sender is no telephone number, such as a short code. */
  from?: PhoneNumber;
  fromRaw: string;
  to: string;
  /** Empty when only pictures came. */
  body: string;
  /** The carrier has acted on such a word already: after `stop` every text to that phone fails with 21610. */
  optOut?: OptOut;
}

export type OptOut = 'stop' | 'start' | 'help';

/** The words Twilio heeds by default when they are the whole message, in English only. */
const optOutWords: Readonly<Record<string, OptOut>> = {
  STOP: 'stop',
  STOPALL: 'stop',
  UNSUBSCRIBE: 'stop',
  END: 'stop',
  QUIT: 'stop',
  CANCEL: 'stop',
  REVOKE: 'stop',
  OPTOUT: 'stop',
  START: 'start',
  UNSTOP: 'start',
  YES: 'start',
  HELP: 'help',
  INFO: 'help',
};

export function readTextStatus(params: WebhookParams): TextStatusNotice {
  return {
    carrierId: readName(params.MessageSid ?? params.SmsSid),
    status: toTextStatus(params.MessageStatus ?? params.SmsStatus),
    ...present({ errorCode: params.ErrorCode === '0' ? undefined : readText(params.ErrorCode) }),
  };
}

export function readInboundText(params: WebhookParams): InboundText {
  const body = params.Body ?? '';
  return {
    carrierId: readName(params.MessageSid ?? params.SmsSid),
    fromRaw: readName(params.From),
    to: readName(params.To),
    body,
    ...present({ from: readNumber(params.From), optOut: readOptOut(params.OptOutType, body) }),
  };
}

/** OptOutType comes only with Advanced Opt-Out switched on; without it the body is all there is. */
function readOptOut(optOutType: string | undefined, body: string): OptOut | undefined {
  const word = (readText(optOutType) ?? body).trim().toUpperCase();
  return Object.hasOwn(optOutWords, word) ? optOutWords[word] : undefined;
}
