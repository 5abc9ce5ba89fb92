/** What is known of a call that an operator is to answer. */
export interface OperatorCall {
  deskName: string;
  spokenNumber: string;
  /** The customer's name, or the caller's number digit by digit; undefined: withheld. */
  caller: string | undefined;
}

/** The sentences of calls that are answered by an operator. One implementation a language. */
export interface OperatorPhrases {
  // to operators, spoken
  /** Said first when the phone is picked up: it may be another company's switchboard. */
  whisper(call: OperatorCall): string;
  whisperKeys: string;
  /** Before the two are on one line. */
  connecting: string;
  /** `keys`: one pair for each of those who can take over. */
  transferOffer(targets: readonly { name: string; blindKey: string; warmKey: string }[]): string;
  transferClosed: string;
  transferred(name: string): string;
  /** The same, when that was done in the console. */
  transferredByHand: string;
  transferStarted(name: string): string;
  transferNot(name: string): string;
  // to callers, spoken
  /** `ringing`: a phone rings, or is being made to; `listening`: one has been picked up. */
  hold(facts: { ringing: number; listening: number; transfers: boolean }): string;
  connected: string;
  /** The operator has left the line for a moment. */
  aside: string;
  onTransfer: string;
}
