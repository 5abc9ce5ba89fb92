import type { Clock } from '../kernel/index.ts';
import type { ContactActions } from '../contacts/index.ts';
import type { Database } from '../database/index.ts';
import type { Script } from '../ivr/index.ts';
import type { CardWords } from '../phrases/index.ts';
import type { Telephony } from '../telephony/index.ts';
import type { RedirectActions } from '../redirect/index.ts';
import type { Registrations } from '../registration/index.ts';
import type { AcceptLinks } from './accept-links.ts';
import type { AlarmActions, ConsoleActions, ReplyActions } from './actions.ts';

/** A desk as the console needs it; comes from the desk's script. */
export interface ConsoleDesk {
  readonly desk: string;
  readonly name: string;
  /** IANA, such as America/New_York: the desk's times are shown in it. */
  readonly timeZone: string;
  /** BCP 47: what its customers are spoken to in. */
  readonly language?: string;
  /** The words by which its cases are closed; absent: a reason is written. */
  readonly closingCodes?:
    | readonly { readonly code: string; readonly words: Readonly<Record<string, string>> }[]
    | undefined;
  /** Its cases are worked on step by step: assigned, waiting, sent, returned. */
  readonly hasCasework?: boolean;
  /** Operators register what its customers report. */
  readonly registers?: boolean;
  /** Its customers get a mail for every event. */
  readonly tellsCustomers?: boolean;
  /** The numbers to dial, E.164, for the first-run page. */
  readonly numbers?: readonly string[];
}

/** Tells the open pages that something has changed; what, they find out by reading again. */
export interface ChangeFeed {
  subscribe(onChange: () => void): () => void;
}

export interface ConsoleOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly publicUrl: string;
  /** In the order in which they are shown; the first one's zone is that of pages about all desks. */
  readonly desks: readonly ConsoleDesk[];
  /** What the desks' files say. */
  readonly scripts: readonly Script[];
  readonly actions: ConsoleActions;
  readonly alarms: AlarmActions;
  readonly contacts: ContactActions;
  /** The vCard with the numbers that pages come from, in the words of whoever takes it in. */
  readonly contactCard: (words: CardWords) => string;
  readonly registrations: Registrations;
  readonly replies: ReplyActions;
  readonly redirects: RedirectActions;
  /** Whether a mail server is set up. */
  readonly canSendMail: boolean;
  readonly acceptLinks: AcceptLinks;
  readonly changes: ChangeFeed;
  /** Gets a caller's message from the carrier, whose sign-in no browser may see. */
  readonly fetchRecording: Telephony['fetchRecording'];
  /** The address of the simulated phones, while they stand in for a carrier. */
  readonly phonesUrl?: string;
  readonly secureCookies: boolean;
}
