/** What the page behind a link in a page's SMS shows, whoever opens it. */
export interface AcceptLinkCase {
  readonly caseNumber: string;
  readonly desk: string;
  readonly severity: string | undefined;
  readonly summary: string;
  readonly customer: string | undefined;
  readonly callerName: string | undefined;
  /** E.164; undefined when withheld and no call-back number was given. */
  readonly callerNumber: string | undefined;
  readonly callerOnHold: boolean;
  readonly openedAt: Date;
  readonly contactDueAt: Date | undefined;
  /** The responder whose link it is. */
  readonly person: { readonly key: string; readonly name: string; readonly language: string };
  /** The others paged for this case, in order. */
  readonly alsoPaged: readonly string[];
  /** The reply code without its letter, such as 42, for an answer by SMS instead. */
  readonly replyCode: number;
}

/** How things stand for the owner of a link. `unknown` also covers a link that is too old. */
export type AcceptLinkState =
  | { readonly state: 'unknown' }
  | { readonly state: 'open'; readonly case: AcceptLinkCase }
  | { readonly state: 'accepted-by-you'; readonly case: AcceptLinkCase; readonly acceptedAt: Date }
  | {
      readonly state: 'taken';
      readonly case: AcceptLinkCase;
      readonly by: string;
      readonly acceptedAt: Date;
    }
  | { readonly state: 'declined'; readonly case: AcceptLinkCase; readonly declinedAt: Date }
  | { readonly state: 'closed'; readonly case: AcceptLinkCase };

/** The door behind the links. The token is the whole authority, so it is looked up in constant time by its owner. */
export interface AcceptLinks {
  /** Reads and changes nothing: mail scanners and previews open links too. */
  look(token: string): Promise<AcceptLinkState>;
  /** First wins; whoever comes second gets `taken`. Accepting twice is the same as once. */
  accept(token: string): Promise<AcceptLinkState>;
  decline(token: string): Promise<AcceptLinkState>;
}
