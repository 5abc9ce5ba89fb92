import { english } from './en.ts';
import type { CustomerEvent, MailFacts } from './events.ts';
import { swedish } from './sv.ts';

/** One mail's own words; greeting, link and signature are the same in all. */
export interface Told {
  /** In a word or two: it ends the subject and heads the mail. */
  title: string;
  /** A sentence or two each. */
  paragraphs: string[];
}

/** Everything that a customer reads of us: mails and the status page, in one language. One implementation a language. */
export interface CustomerWords {
  /** BCP 47. */
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
  otherLanguage: { code: 'en' | 'sv'; words: string };
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

/** The words of a BCP 47 language; English where a language has none yet. */
export function customerWords(language: string): CustomerWords {
  return /^sv\b/i.test(language) ? swedish : english;
}
