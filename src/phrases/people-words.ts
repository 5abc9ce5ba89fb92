import type { ContactFault } from '../contacts/index.ts';
import type { DrillMiss } from './phrases.ts';

/** What the pages of people say, and the contact card that they offer, in one language. */
export interface PeopleWords {
  title: string;
  heading: string;
  /** Around the command that imports people. */
  intro: Readonly<Record<'before' | 'after', string>>;
  cardLink: string;
  cardHint: string;
  accountsLink: string;
  accountsHint: string;
  noPeople: string;
  others: string;
  othersCaption: string;
  nobodyAt: (desk: string) => string;
  caption: (desk: string) => string;
  columns: Readonly<Record<'person' | 'role' | 'sms' | 'voice', string>>;
  contact: ContactWords;
  person: PersonWords;
  card: CardWords;
  fault: (fault: ContactFault) => string;
}

/** How somebody can be reached. */
export interface ContactWords {
  noNumber: string;
  states: Readonly<Record<'ok' | 'opted-out' | 'dead', string>>;
  since: (when: string) => string;
  /** Why a number cannot be used: the carrier's code, or its owner's own text. */
  reason: (reason: string) => string;
  notVerified: string;
  testRuns: string;
  reachedBy: Readonly<Record<'key' | 'code' | 'ok', string>>;
  missed: (why: DrillMiss, code: string | undefined) => string;
  notTested: string;
  neverReached: string;
}

export interface PersonWords {
  offDuty: string;
  onDuty: (seats: readonly { desk: string; role: string }[]) => string;
  all: string;
  voice: Readonly<Record<'title' | 'how' | 'send', string>>;
  sms: Readonly<Record<'title' | 'how' | 'send', string>>;
  number: string;
  sameOrOther: string;
  whenUsed: string;
  nobodysYet: string;
  verified: string;
  code: string;
  codeSent: (number: string, until: string) => string;
  codeLost: (number: string) => string;
  sendCode: string;
  /** How many calls a switchboard takes at the same time. */
  lines: Readonly<Record<'label' | 'hint' | 'save', string>> & { several: (lines: number) => string };
  /** In which hours texts wait that can. */
  quiet: Readonly<Record<'label' | 'hint' | 'save', string>> & { are: (hours: string) => string };
  night: string;
  /** Around the link to the contact card. */
  nightHow: Readonly<Record<'before' | 'card' | 'after', string>>;
}

/** The contact card that telephones take in. */
export interface CardWords {
  name: string;
  pages: string;
  /** Where there are two carriers. */
  pagesBy: (carrier: string) => string;
  note: string;
}
