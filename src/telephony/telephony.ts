import type { PhoneNumber } from '../kernel/index.ts';

/** The carriers that there are adapters for. */
export type CarrierName = 'twilio' | 'signalwire';

/** One call to place. `answerUrl` is asked for when the phone is picked up, so that it says what is true then. */
export interface CallOrder {
  from: PhoneNumber;
  to: PhoneNumber;
  answerUrl: string;
  statusUrl: string;
  ringTimeoutSeconds: number;
}

/** One text message. `validitySeconds`: after that the carrier drops it rather than deliver it stale. */
export interface TextOrder {
  from: PhoneNumber;
  to: PhoneNumber;
  body: string;
  statusUrl: string;
  validitySeconds: number;
}

/** Where a call stands, as the carrier last said. `ended` ones carry why. */
export type CallStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'no-answer'
  | 'failed'
  | 'canceled';

/** Where a text stands, as the carrier last said; only `delivered` means that a handset has it. */
export type TextStatus = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed';

/**
 * What a failure means for the pager, whatever its code:
 * - ours-broken: our account or configuration; nobody can be reached this way until it is mended: alarm.
 * - address-dead: this number will not work; tell the roster's owner, use the other channel.
 * - may-pass: try again in seconds.
 * - race: the call or text was already in another state; nothing to do.
 */
export type FailureClass = 'ours-broken' | 'address-dead' | 'may-pass' | 'race';

export interface CarrierFailure {
  class: FailureClass;
  /** The carrier's error code, or the HTTP status, or 'timeout', 'refused'. */
  code: string;
  message: string;
  /** True when the carrier may have acted although we saw no answer: a callback can still settle it. */
  ambiguous: boolean;
  /** Of ours-broken: true when the account itself is refused, so that nothing goes out whatever is asked. */
  wholeAccount?: boolean;
  /** Of ours-broken: true when the number that it comes from is refused: nothing of this channel goes out from it. */
  wholeChannel?: boolean;
}

/** The code of a failure of ours: the carrier was not asked, because too much waits for its answers. */
export const NOT_ASKED = 'not-asked';

export type CarrierAnswer<T> = { ok: true; value: T } | { ok: false; failure: CarrierFailure };

export interface PlacedCall {
  carrierId: string;
  status: CallStatus;
}

export interface PlacedText {
  carrierId: string;
  status: TextStatus;
  /** Why it has failed or was not delivered. */
  failure?: CarrierFailure;
}

/** A recording at a carrier. `url`: where it lay, as the carrier itself said; null: it did not say. */
export interface KeptRecording {
  carrierId: string;
  url: string | null;
}

/** What a caller has left, as the carrier keeps it. */
export interface FetchedRecording {
  /** audio/… */
  contentType: string;
  body: Buffer;
}

/**
 * The port to a telephone carrier. No method throws: a failure is an answer. Each gives up after 8 s.
 */
export interface Telephony {
  placeCall(order: CallOrder): Promise<CarrierAnswer<PlacedCall>>;
  sendText(order: TextOrder): Promise<CarrierAnswer<PlacedText>>;
  /** Makes a live call go on with the document at `url`, whatever it is doing. An ended call answers with a race. */
  redirectCall(carrierId: string, url: string): Promise<CarrierAnswer<PlacedCall>>;
  /** Ends a call that nobody has answered yet; an answered one goes on, and the answer's status says so. */
  cancelUnanswered(carrierId: string): Promise<CarrierAnswer<PlacedCall>>;
  /** Ends a call, ringing or answered. */
  hangUp(carrierId: string): Promise<CarrierAnswer<PlacedCall>>;
  fetchCall(carrierId: string): Promise<CarrierAnswer<PlacedCall>>;
  fetchText(carrierId: string): Promise<CarrierAnswer<PlacedText>>;
  /**
   * The sound behind a URL that the carrier itself has named; any other address is refused unasked. A race: there is
   * no such file, or not yet.
   */
  fetchRecording(url: string): Promise<CarrierAnswer<FetchedRecording>>;
  /**
   * Deletes what a caller has left, for good. A race: it is gone already, which only the account that had it can say.
   * Ours-broken with the code `elsewhere`: that is another account than the one in use; with `not-configured`: the
   * carrier is not in use any more. In both it may lie there still.
   */
  deleteRecording(recording: KeptRecording): Promise<CarrierAnswer<'deleted'>>;
  /** Deletes the carrier's record of a call that is over. A race: the account in use has no such record. */
  deleteCall(carrierId: string): Promise<CarrierAnswer<'deleted'>>;
  /** Deletes the carrier's copy of a text. A race: the account in use has no such copy. */
  deleteText(carrierId: string): Promise<CarrierAnswer<'deleted'>>;
}
