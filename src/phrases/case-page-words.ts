/** What the page of a case shows of it, in one language; lengths come as m:ss, days as they are written. */
export interface CasePageWords {
  readonly head: HeadWords;
  readonly facts: CaseFactWords;
  readonly path: PathWords;
  readonly registration: Readonly<Record<'title' | 'notYet' | 'register', string>>;
  readonly messages: MessageWords;
  readonly mail: MailWords;
  readonly receipts: ReceiptWords;
  readonly log: LogWords;
  readonly notes: NoteWords;
  readonly texts: TextWords;
}

interface HeadWords {
  /** The desk, and what the case is about. */
  readonly lead: (desk: string, summary: string) => string;
  readonly unknownCaller: string;
  readonly withheld: string;
  readonly note: string;
  readonly reachedDirectly: string;
  readonly enterFix: string;
  readonly close: string;
  /** For whom a customer is sent to the desk. */
  readonly redirectHint: string;
  readonly noSuchCase: string;
  readonly nothingKnown: (number: string) => string;
}

interface CaseFactWords {
  readonly label: string;
  readonly caller: string;
  readonly opened: string;
  readonly toAcceptance: string;
  readonly nobodyAccepted: string;
  /** Before a time of day. */
  readonly at: string;
  readonly toContact: string;
  readonly phoneReached: string;
  /** Before a time of day. */
  readonly overdueSince: string;
  /** Before a time of day. */
  readonly promisedBy: string;
  readonly promised: (length: string, isKept: boolean) => string;
  readonly together: string;
  /** Between two times of day. */
  readonly to: string;
  readonly paged: string;
  readonly nobody: string;
  readonly pages: (people: number, pages: number) => string;
  readonly carried: (carried: number, failed: number) => string;
  readonly fix: string;
  /** Before the number of a build. */
  readonly build: string;
  readonly entered: (day: string) => string;
  readonly closedWithoutBuild: string;
  readonly closed: string;
  /** Why it was closed: its call is about another case. */
  readonly joinedTo: (number: string) => string;
}

interface PathWords {
  readonly title: string;
  readonly times: (zone: string) => string;
  readonly steps: Readonly<
    Record<
      'opened' | 'assigned' | 'acknowledged' | 'in-contact' | 'resolved' | 'closed' | 'cancelled',
      string
    >
  >;
  readonly build: (build: string) => string;
  readonly never: string;
  readonly notYet: string;
}

interface MessageWords {
  readonly title: string;
  readonly count: (spoken: number) => string;
  /** Beside what the caller has typed on the telephone. */
  readonly keyed: string;
  readonly nothingSaid: (length: string | undefined) => string;
  readonly listenAllTheSame: string;
  readonly deleted: (length: string | undefined, day: string) => string;
  readonly notReady: (length: string | undefined) => string;
  readonly player: (length: string | undefined) => string;
  readonly length: (length: string) => string;
  readonly openAlone: string;
  /** After it. */
  readonly ifSilent: string;
}

interface MailWords {
  readonly title: string;
  readonly nobody: string;
  readonly noAddress: string;
  readonly states: Readonly<Record<'bounced' | 'sent' | 'waiting' | 'failed', string>>;
}

interface ReceiptWords {
  readonly title: string;
  readonly count: (pages: number) => string;
  readonly nobody: string;
  readonly scrolls: string;
  readonly caption: string;
  readonly columns: Readonly<
    Record<
      | 'person'
      | 'round'
      | 'roundShort'
      | 'by'
      | 'channel'
      | 'asked'
      | 'sentOrRang'
      | 'sent'
      | 'rang'
      | 'delivered'
      | 'answered'
      | 'ended'
      | 'carrierId'
      | 'cameTo',
      string
    >
  >;
  readonly sms: string;
  readonly voice: string;
  readonly events: (count: number) => string;
}

interface LogWords {
  readonly title: string;
  readonly hint: string;
  readonly caption: (number: string) => string;
  readonly since: string;
  readonly what: string;
  readonly whose: string;
  readonly caller: string;
  readonly more: (count: number) => string;
}

interface NoteWords {
  readonly title: string;
  readonly none: string;
  /** Of what a customer has answered; undefined: it is not known who. */
  readonly fromCustomer: (name: string | undefined) => string;
  readonly toCustomer: (by: string) => string;
}

interface TextWords {
  readonly title: string;
  readonly count: (count: number) => string;
  readonly none: string;
  /** Each before whoever it is. */
  readonly from: string;
  readonly to: string;
}
