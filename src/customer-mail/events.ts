/** What the customer is told of. Names are those that people know each other by; times are instants. */
export type CustomerEvent =
  | { kind: 'registered' }
  | { kind: 'assigned'; to: string }
  | { kind: 'contacted'; by: string }
  | { kind: 'work-started'; by: string }
  | { kind: 'waiting'; what: string; until: Date | undefined }
  | { kind: 'shipped'; what: string; where: string; tracking: string | undefined }
  | { kind: 'received' }
  | { kind: 'returned' }
  /** The old unit has not come back yet. */
  | { kind: 'return-awaited' }
  | { kind: 'out-of-scope'; why: string }
  | { kind: 'resolved'; build: string | undefined }
  /** `why`: in the desk's words for the code, or as somebody wrote it. */
  | { kind: 'closed'; why: string | undefined }
  | { kind: 'reopened' }
  | { kind: 'note'; text: string }
  | { kind: 'new-pin' };

/** What a mail or the status page knows besides the event itself. */
export interface MailFacts {
  number: string;
  deskName: string;
  contactName: string | undefined;
  /** IANA: times are told by the desk's clock. */
  timeZone: string;
  /** Where an old unit is sent back to, a line each; empty: the desk has named no place. */
  returnAddress: readonly string[];
}
