import type { RegisteredForm } from '../registration/index.ts';

/** What the database knows of a case, in plain form: pages, pictures and words are pure functions of it. */

export interface EventFacts {
  readonly at: Date;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface CallFacts {
  readonly id: string;
  readonly desk: string;
  readonly purpose: 'support' | 'page' | 'connect' | 'call-back' | 'alarm' | 'canary' | 'drill' | 'code';
  readonly from: string | undefined;
  readonly to: string;
  /** The responder at the other end, by name; undefined for a customer. */
  readonly personName: string | undefined;
  readonly status: string;
  readonly place: string;
  readonly choice: string | undefined;
  readonly createdAt: Date;
  readonly answeredAt: Date | undefined;
  readonly bridgedAt: Date | undefined;
  readonly leftBridgeAt: Date | undefined;
  readonly endedAt: Date | undefined;
  readonly events: readonly EventFacts[];
}

export interface PageFacts {
  readonly id: string;
  readonly pagingId: string;
  readonly person: string;
  readonly personName: string;
  readonly role: string;
  readonly channel: 'voice' | 'sms';
  readonly round: number;
  readonly address: string;
  readonly status: string;
  readonly carrierId: string | undefined;
  readonly errorCode: string | undefined;
  readonly createdAt: Date;
  readonly attemptedAt: Date | undefined;
  readonly settledAt: Date | undefined;
  /** From the call of a page by voice. */
  readonly answeredAt: Date | undefined;
  readonly bridgedAt: Date | undefined;
  readonly leftBridgeAt: Date | undefined;
  readonly endedAt: Date | undefined;
  readonly events: readonly EventFacts[];
  /** What happened on that call: keys above all. One call can speak of several cases. */
  readonly callEvents: readonly EventFacts[];
}

export interface PagingFacts {
  readonly id: string;
  readonly reason: string;
  readonly status: 'open' | 'acknowledged' | 'stopped' | 'given-up';
  readonly round: number;
  readonly roundBeganAt: Date | undefined;
  readonly nextRoundAt: Date | undefined;
  readonly openedAt: Date;
  readonly endedAt: Date | undefined;
  readonly acknowledgedByName: string | undefined;
  readonly acknowledgedVia: string | undefined;
}

export interface TextFacts {
  readonly id: string;
  readonly direction: 'inbound' | 'outbound';
  readonly purpose: string;
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly personName: string | undefined;
  readonly status: string;
  readonly errorCode: string | undefined;
  readonly createdAt: Date;
  readonly settledAt: Date | undefined;
}

/** What a caller was recorded saying: a message, or nothing. */
export interface RecordingFacts {
  readonly id: string;
  readonly createdAt: Date;
  readonly durationSeconds: number | undefined;
  /** Which question of the script it answers; undefined: it is a message. */
  readonly label?: string | undefined;
  /** Nothing was heard in it, and the caller was told so: it is no message. */
  readonly nothingSaid: boolean;
  /** The carrier has said where the sound is. */
  readonly isThere: boolean;
  /** Its time was over: it is deleted, at the carrier too. */
  readonly deletedAt?: Date | undefined;
}

export interface CaseFacts {
  readonly id: string;
  readonly number: string;
  readonly desk: string;
  readonly kind: string;
  readonly severity: string | undefined;
  readonly summary: string;
  readonly status: string;
  readonly caller: string | undefined;
  readonly callbackNumber: string | undefined;
  readonly customerName: string | undefined;
  readonly contactName: string | undefined;
  readonly openedAt: Date;
  readonly acknowledgedAt: Date | undefined;
  /** The person who has it, or the account that recorded contact by somebody who is in no roster. */
  readonly acknowledgedByName: string | undefined;
  readonly contactDueAt: Date | undefined;
  readonly contactedAt: Date | undefined;
  readonly resolvedAt: Date | undefined;
  readonly closedAt: Date | undefined;
  readonly buildNumber: string | undefined;
  readonly closingReason: string | undefined;
  /** In the order in which they happened, each list. */
  readonly events: readonly EventFacts[];
  readonly calls: readonly CallFacts[];
  readonly pagings: readonly PagingFacts[];
  readonly pages: readonly PageFacts[];
  readonly texts: readonly TextFacts[];
  readonly recordings: readonly RecordingFacts[];
  /** What the caller keyed in answer to questions, by their names. */
  readonly answers?: Readonly<Record<string, { readonly label: string; readonly keyed: string }>> | undefined;
  /** What the operator has registered of it; undefined: nothing yet. Blanked, it is a part of it. */
  readonly registration?: Partial<RegisteredForm> | undefined;
  /** Responders' names by key, since events name people by key. */
  readonly names: ReadonlyMap<string, string>;
}

/** The name of an event without its subject: page.delivered and delivered are one thing. */
export function bareEvent(event: string): string {
  return event.slice(event.lastIndexOf('.') + 1);
}

/** When the first event of one of these names happened. */
export function eventAt(events: readonly EventFacts[], ...names: string[]): Date | undefined {
  return events.find((event) => names.includes(bareEvent(event.event)))?.at;
}

/** How the person of a page took the case by other means than by this page: '' when that is not known. */
export function answeredVia(page: Pick<PageFacts, 'events'>): string | undefined {
  const event = page.events.find((of) => bareEvent(of.event) === 'answered-elsewhere');
  const via = event?.data['via'];
  return event === undefined ? undefined : typeof via === 'string' ? via : '';
}

/** Who called, as well as is known: the contact's name, the company, or the words for nobody known. */
export function callerName(
  of: Pick<CaseFacts, 'contactName' | 'customerName'>,
  unknown = 'Unknown caller',
): string {
  return of.contactName ?? of.customerName ?? unknown;
}
