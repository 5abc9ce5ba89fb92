/** Why a customer was not sent to the desk. */
export type NotRedirected =
  /** The text names the word and no number that can be read. */
  | 'unreadable'
  | 'landline'
  /** The phone has answered STOP. */
  | 'opted-out'
  /** A number of ours, or the sender's own. */
  | 'ours'
  /** The same number was told a moment ago. */
  | 'just-told'
  | 'too-many'
  /** The text came to a number that belongs to no desk, and the sender answers for none, or for several. */
  | 'which-desk';

/** What surrounds a customer who is sent to the desk. Numbers as people write them. */
export interface RedirectFacts {
  deskName: string;
  /** The desk's, to call. */
  deskNumber: string;
  /** The customer's; undefined: none could be read. */
  number: string | undefined;
}

/** The sentences by which a customer who called a technician is sent to the desk. One implementation a language. */
export interface RedirectPhrases {
  /** The word that a technician's text begins with, in capitals. No word by which carriers stop or begin texts. */
  keyword: string;
  /** To the customer; `by`: whom they had called. */
  toCustomer(of: { deskName: string; deskNumber: string; by: string }): string;
  /** To whoever sent it; `caseNumber`: the case on which it is noted. */
  sent(of: RedirectFacts, caseNumber: string | undefined): string;
  notSent(of: RedirectFacts, why: NotRedirected): string;
  /** Later: the carrier could not deliver it. */
  notDelivered(of: RedirectFacts): string;
  /** The console's page on it. */
  page: RedirectPage;
}

/** What the page says on which customers are sent to the desk, in one language. */
export interface RedirectPage {
  readonly title: string;
  readonly intro: string;
  /** How it is done from a technician's own telephone, with the word of the catalogue. */
  readonly byPhone: (keyword: string) => string;
  readonly number: string;
  readonly desk: string;
  readonly send: string;
  readonly hint: string;
  readonly listed: string;
  readonly nothing: string;
  readonly columns: { at: string; number: string; desk: string; by: string; case: string; text: string };
  readonly via: Readonly<Record<'sms' | 'console', string>>;
  /** How its text stands; `code`: why it was not delivered. */
  readonly status: (status: string, code: string | undefined) => string;
  /** The number is kept no longer. */
  readonly blanked: string;
  readonly noDesk: string;
}
