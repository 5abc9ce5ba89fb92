import type { CarrierFailure, FailureClass, TextStatus } from '../telephony/index.ts';

/** Twilio's error codes by what they mean to a pager; the names are those of Twilio's error list. */
const codesByClass: Readonly<Record<FailureClass, readonly number[]>> = {
  'ours-broken': [
    20003, // permission denied, wrong credentials
    10001,
    20005, // account not active
    30002, // account suspended
    20008, // test credentials
    21210,
    21212,
    21601,
    21606, // From is not ours, or cannot do this
    21408, // texts to that country are switched off
    13227,
    21215, // calls to that country are switched off
    13225,
    21216, // calls to that number are on our account's block list
    21219,
    21608, // trial account, number not verified
    21705, // messaging service invalid
    30007, // filtered as spam
    30023, // daily cap reached
    30032,
    30034, // sender not registered: toll-free, US 10DLC
    21617, // text too long
    11100, // URL malformed
    32018, // inline TwiML too long
  ],
  'address-dead': [
    21211, // To is invalid
    21217,
    21401, // not a telephone number
    21214, // cannot be reached
    21614, // not a mobile number
    30005, // unknown handset
    30006, // landline, or a carrier that cannot be reached
    21610, // that person has texted STOP
    21612, // no route for texts
  ],
  'may-pass': [
    20429, // too many requests at once: not processed
    20500,
    20503, // Twilio's own fault
    21611,
    30001, // queue full, or waited in it too long
    30003, // handset off or out of reach
    30008, // unknown error on the way
    30022, // 10DLC rate exceeded
    30410, // carrier timed out
    14107, // send rate exceeded
    10004, // too many calls at once
  ],
  race: [
    21220, // the call is no longer in a state that allows this
    20404, // gone
  ],
};

/** Of ours-broken: the account itself is refused, so that nothing goes out. */
const wholeAccountCodes: ReadonlySet<number> = new Set([20003, 10001, 20005, 30002, 20008]);

/** Of ours-broken: the number that it comes from, or its registration, is refused: nothing of that channel goes out. */
const wholeChannelCodes: ReadonlySet<number> = new Set([
  21210, 21212, 21601, 21606, 21705, 30023, 30032, 30034,
]);

/** True when a refusal means that nothing of that channel goes out from that number, to whomever. */
export function concernsWholeChannel(code: number | undefined): boolean {
  return code !== undefined && wholeChannelCodes.has(code);
}

/** True when a refusal means that nothing goes out through this account, whatever is asked. */
export function concernsWholeAccount({ code, httpStatus }: Pick<Refusal, 'code' | 'httpStatus'>): boolean {
  return code === undefined ? httpStatus === 401 : wholeAccountCodes.has(code);
}

const classByCode: ReadonlyMap<number, FailureClass> = new Map(
  Object.entries(codesByClass).flatMap(([failureClass, codes]) =>
    codes.map((code) => [code, failureClass as FailureClass] as const),
  ),
);

/** A refusal as the carrier worded it. */
export interface Refusal {
  /** Twilio's error code, when the answer held one. */
  code?: number | undefined;
  /** The HTTP status, when there was an answer. */
  httpStatus?: number | undefined;
  /** Whether something new was asked for, or a call or text that exists. */
  about: 'new' | 'existing';
}

/** HTTP statuses of the 400s that invite another try: timeout, too early, too many. */
const passingStatuses: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * What a refusal means, by Twilio's code, then by HTTP status.
 *
 * No answer, a 5xx, or a code that we do not know without a 4xx: `may-pass`, since a page sent twice beats a missed one.
 *
 * A 4xx that we do not know is `ours-broken`: the carrier read the request and refused it, so the same request is
 * refused again, and somebody must look. It is never `address-dead`: that would take a person's phone out of use on
 * a guess, and in silence. The one price is an alarm that may concern a single number.
 *
 * "Not found" is a race only about something that exists: asking for something new and getting a 404 means that
 * our address or account is wrong.
 */
export function classifyFailure({ code, httpStatus, about }: Refusal): FailureClass {
  const known = code === undefined ? undefined : classByCode.get(code);
  if (known === 'race' && about === 'new') return 'ours-broken';
  if (known !== undefined) return known;
  if (httpStatus === undefined || httpStatus >= 500 || passingStatuses.has(httpStatus)) return 'may-pass';
  if (httpStatus === 404 && about === 'existing') return 'race';
  return httpStatus >= 300 ? 'ours-broken' : 'may-pass';
}

/**
 * What a text's ErrorCode means, which comes by callback seconds to minutes after the carrier took the text.
 * Unknown, missing or unreadable: `may-pass`.
 */
export function classifyTextError(errorCode: string | number | undefined): FailureClass {
  const known = classByCode.get(Number(errorCode));
  return known === undefined || known === 'race' ? 'may-pass' : known;
}

/** What became of a text that was reported as failed or not delivered; undefined for every other status. */
export function textFailure(status: TextStatus, errorCode: string | undefined): CarrierFailure | undefined {
  if (status !== 'failed' && status !== 'undelivered') return undefined;
  const code = errorCode ?? 'unknown';
  const failure = { class: classifyTextError(code), code, message: `reported ${status}`, ambiguous: false };
  if (concernsWholeAccount({ code: Number(code) })) return { ...failure, wholeAccount: true };
  return concernsWholeChannel(Number(code)) ? { ...failure, wholeChannel: true } : failure;
}
