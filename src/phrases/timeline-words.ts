/** What happened in a case, in one language: in the case itself, to each page, in the customer's calls. */
export interface TimelineWords {
  readonly case: Readonly<Record<CaseEventName, (of: CaseEventData) => string>>;
  readonly page: Readonly<Record<PageEventName, (of: PageEventData) => string>>;
  readonly call: CustomerCallWords;
  /** What has no words of its own: the event's name and what it carries, as the program writes them. */
  readonly other: (event: string) => string;
}

export type CaseEventName =
  | 'case.opened'
  | 'case.registered'
  | 'case.joined'
  | 'case.sorted'
  | 'case.cancelled'
  | 'call.joined'
  | 'caller.hung-up'
  | 'customer.hung-up'
  | 'caller.wants-back'
  | 'callback-number'
  | 'registration.refused'
  | 'registration.approved'
  | 'case.assigned'
  | 'case.work-started'
  | 'case.waiting'
  | 'case.waiting-over'
  | 'case.assessed'
  | 'unit.shipped'
  | 'unit.received'
  | 'unit.returned'
  | 'unit.written-off'
  | 'unit.return-asked'
  | 'case.out-of-scope'
  | 'case.reopened'
  | 'customer.redirected'
  | 'customer.number-texted'
  | 'customer.text-failed'
  | 'customer.mail-bounced'
  | 'status.new-pin'
  | 'case.resolved'
  | 'case.closed'
  | 'case.acknowledged'
  | 'case.in-contact'
  | 'contact.confirmed'
  | 'contact.denied'
  | 'contact.too-brief'
  | 'contact.missing'
  | 'case.bridged'
  | 'paging.round'
  | 'paging.hastened'
  | 'paging.all-declined'
  | 'paging.nobody'
  | 'paging.given-up'
  | 'paging.withdrawn'
  | 'page.declined'
  | 'duty.hole'
  | 'caller.unanswered'
  | 'caller.not-approved'
  | 'operator.answered'
  | 'operator.talks'
  | 'operator.done'
  | 'call.handed-on'
  | 'call.parked'
  | 'answer.keyed';

/** What is known of it; undefined: it is not, or it is none of this event's. */
export interface CaseEventData {
  /** By whom, as a name. */
  readonly who: string | undefined;
  /** To whom it is given, as a name. */
  readonly person: string | undefined;
  /** By what means somebody took it, or a customer was sent to the desk, in words. */
  readonly via: string | undefined;
  /** Whoever sent a customer to the desk did so by a text of their own. */
  readonly isByPhone: boolean;
  readonly severity: string | undefined;
  readonly kind: string | undefined;
  readonly build: string | undefined;
  readonly reason: string | undefined;
  readonly why: string | undefined;
  readonly number: string | undefined;
  readonly contact: string | undefined;
  /** The contact is approved from now on, not this once. */
  readonly isAlways: boolean;
  readonly isHardware: boolean;
  /** What was picked up may be a machine. */
  readonly isUnproved: boolean;
  readonly what: string | undefined;
  readonly where: string | undefined;
  readonly tracking: string | undefined;
  readonly round: number;
  readonly people: number;
  /** A role in words. */
  readonly role: string | undefined;
  readonly wanted: number;
  readonly found: number;
  readonly to: string | undefined;
  readonly digits: string | undefined;
  readonly label: string | undefined;
  /** ", 30005: …", or nothing. */
  readonly fault: string;
}

export type PageEventName =
  | 'queued'
  | 'waiting'
  | 'phone-free'
  | 'superseded'
  | 'attempted'
  | 'at-carrier'
  | 'sent'
  | 'lost'
  | 'settled-by-callback'
  | 'tried-again'
  | 'sent-beside'
  | 'not-placed'
  | 'delivered'
  | 'failed'
  | 'asked-for'
  | 'rang'
  | 'picked-up'
  | 'answered'
  | 'spoken-with-others'
  | 'not-answered'
  | 'ended-without-key'
  | 'accepted'
  | 'declined'
  | 'withdrawn'
  | 'stood-down'
  | 'doubled';

export interface PageEventData {
  /** Whose page it is: what happened to many at once is said once, with all their names. */
  readonly name: string;
  readonly isVoice: boolean;
  /** The carrier by its name; undefined on receipts of before there could be two. */
  readonly carrier: string | undefined;
  /** ", 30005: …", or nothing. */
  readonly fault: string;
  /** By what means it was accepted, in words. */
  readonly via: string | undefined;
  readonly takenBy: string | undefined;
  /** What the carrier said. */
  readonly found: string | undefined;
}

/** Numbers come as they are shown; undefined: withheld. */
interface CustomerCallWords {
  readonly came: (from: string | undefined, to: string | undefined, isLate: boolean) => string;
  /** `label`: what the script calls it. */
  readonly key: (key: string, label: string | undefined) => string;
  readonly says: (heard: string, label: string | undefined) => string;
  readonly hears: (text: string) => string;
  /** `tag`: BCP 47. */
  readonly language: (tag: string | undefined) => string;
  readonly abandoned: string;
  readonly recorded: (length: string | undefined) => string;
  readonly nothingSaid: string;
  readonly joins: string;
  readonly leaves: string;
  readonly placed: string;
  readonly rings: string;
  readonly answered: string;
  readonly putOn: (number: string, by: string) => string;
  readonly ended: string;
}

/** Words before a text that may not be known: " by Bo", or nothing. */
export const before = (words: string, text: string | undefined): string =>
  text === undefined ? '' : `${words}${text}`;
