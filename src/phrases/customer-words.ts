import type { CustomerEvent, MailFacts } from '../customer-mail/index.ts';

/** One mail's own words; greeting, link and signature are the same in all. */
export interface Told {
  /** In a word or two: it ends the subject and heads the mail. */
  title: string;
  /** A sentence or two each. */
  paragraphs: string[];
}

/** Everything that a customer reads of us: mails and the status page, in one language. One implementation a language. */
export interface CustomerWords {
  /** BCP 47: of the region whose way of writing dates it has. */
  language: string;
  told(event: CustomerEvent, facts: MailFacts): Told;
  greeting(name: string | undefined): string;
  /** Before the address of the status page. */
  statusLink: string;
  /** The mail that has the PIN. */
  pin(pin: string): string;
  /** Any other mail: the PIN is in the first. */
  pinBefore: string;
  answerThis: string;
  signature(deskName: string): string;
  page: StatusWords;
}

/** What the status page says. */
export interface StatusWords {
  title: string;
  lead: string;
  number: string;
  pin: string;
  pinHint: string;
  show: string;
  /** Said of an unknown number and of a wrong PIN alike. */
  wrong: string;
  wait(minutes: number): string;
  /** What leads to this page from the same in another language. */
  inThisLanguage: string;
  status: Record<'open' | 'assigned' | 'in-contact' | 'working' | 'waiting' | 'resolved' | 'closed', string>;
  registeredAt: string;
  assignedTo: string;
  nobodyYet: string;
  happened: string;
  desk: string;
  another: string;
  /** An event of the past in a word or two. */
  event: Record<PublicEvent, string>;
}

/** The events that a customer may see. */
export type PublicEvent =
  | 'registered'
  | 'assigned'
  | 'contacted'
  | 'work-started'
  | 'waiting'
  | 'shipped'
  | 'received'
  | 'returned'
  | 'out-of-scope'
  | 'resolved'
  | 'closed'
  | 'reopened';
