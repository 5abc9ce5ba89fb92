import type { Owner } from '../kernel/timeline.ts';
import type { Leg } from './leg.ts';

/** What a phone does when it rings. Undefined: nothing. */
export interface Pickup {
  afterMs: number;
  how: 'answers' | 'busy' | 'failed';
}

/** Something is asked in a call: keys (Gather) or a message (Record). */
export interface Question {
  verb: 'gather' | 'record';
  text: string;
  action: string;
  promptMs: number;
}

export interface Reaction {
  /** Counted from the first word of the prompt. */
  afterMs: number;
  keys?: string;
  hangsUp?: boolean;
}

/** Whoever, or whatever, is at the far end of a call. */
export interface Party {
  readonly name: string;
  rings(leg: Leg): Pickup | undefined;
  asked(leg: Leg, question: Question): Reaction | undefined;
  /** The leg has come into a room; `others` are there already. */
  entered(leg: Leg, others: readonly Leg[]): void;
}

export type EndedBy =
  | 'us'
  | 'carrier-request'
  | 'far-end'
  | 'document'
  | 'application-error'
  | 'not-answered'
  | 'busy'
  | 'failed';

/** A text of ours at the carrier. */
export interface CarrierText {
  sid: string;
  from: string;
  to: string;
  body: string;
  /** The row that it was sent for, from its callback address. */
  rowId: string;
  atMs: number;
  /** The service has been told its id by a callback that it took. */
  isKnown: boolean;
  /** The process that ordered it, and when the carrier's answer came to it; undefined: never. */
  by: Owner;
  toldAtMs: number | undefined;
  status: 'queued' | 'sent' | 'delivered' | 'undelivered';
}
