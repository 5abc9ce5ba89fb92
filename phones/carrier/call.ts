import type { Carrier } from './carrier.ts';
import type { Hook } from './model.ts';

export type CallDirection = 'inbound' | 'outbound-api' | 'outbound-dial';
export type CallStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'failed'
  | 'no-answer'
  | 'canceled';
export type CallEvent = 'initiated' | 'ringing' | 'answered' | 'completed';

/** One thing heard, said or keyed on a call. */
export interface Line {
  at: Date;
  /** Who made it: the carrier's voice, the person at this phone, or another party's number. */
  by: string;
  kind: 'speech' | 'audio' | 'keys' | 'tone' | 'note';
  text: string;
  /** When it is over: in the future while it is being spoken. */
  endsAt: Date;
  /** True when a key, a hang-up or a redirect cut it short. */
  cut: boolean;
  /** The language of the carrier's voice, such as sv-SE; absent: en-US, or nobody's voice. */
  language?: string;
}

/** Where a leg is: in a TwiML document, or joined with others. */
export interface Place {
  kind: 'document' | 'queue' | 'conference' | 'bridge';
  /** The room's or queue's name. */
  name?: string;
  /** True while it only waits: in a queue, alone in a room, or put on hold. */
  waiting: () => boolean;
  /** The calls that hear this one now. */
  hearers: () => Call[];
  /** The calls joined with this one, heard or not. */
  others: () => Call[];
}

export const IN_DOCUMENT: Place = {
  kind: 'document',
  waiting: () => false,
  hearers: () => [],
  others: () => [],
};

/** Why a leg's document stopped: its call ended, or somebody sent it elsewhere. */
export class Interrupted extends Error {
  readonly why: 'ended' | 'redirected';

  constructor(why: 'ended' | 'redirected') {
    super(why);
    this.name = 'Interrupted';
    this.why = why;
  }
}

export interface CallInit {
  /** Whose call it is: a telephone has calls by several. */
  carrier: Carrier;
  sid: string;
  direction: CallDirection;
  from: string;
  to: string;
  createdAt: Date;
  parentCallSid?: string;
  /** The telephone at the far end, when it is not who the call says it is from: a withheld number. */
  phone?: string;
  statusHook?: Hook | null;
  statusEvents?: ReadonlySet<CallEvent>;
}

export type CallChange = 'status' | 'said' | 'place';
const ENDED: readonly CallStatus[] = ['completed', 'busy', 'failed', 'no-answer', 'canceled'];

/** One leg: a telephone's connection to the carrier. It knows what is heard on it; what happens next is decided elsewhere. */
export class Call {
  readonly carrier: Carrier;
  readonly sid: string;
  readonly direction: CallDirection;
  readonly from: string;
  readonly to: string;
  readonly createdAt: Date;
  readonly parentCallSid: string | null;
  /** The number of the telephone at the far end. */
  readonly phone: string;
  statusHook: Hook | null;
  statusEvents: ReadonlySet<CallEvent>;
  fallback: Hook | null = null;
  status: CallStatus = 'queued';
  updatedAt: Date;
  dialledAt: Date | null = null;
  answeredAt: Date | null = null;
  endedAt: Date | null = null;
  queueTimeMs = 0;
  sipResponseCode: number | null = null;
  answeredBy: string | null = null;
  sequence = 0;
  place: Place = IN_DOCUMENT;
  said: Line[] = [];
  /** Where in `said` the present document begins: keys that an earlier one offered are no longer offered. */
  documentBegins = 0;
  /** The running TwiML document. */
  program: AbortController | null = null;
  readonly #keyListeners = new Set<(key: string) => void>();
  readonly #speechListeners = new Set<(text: string, durationMs: number) => void>();
  readonly #watchers = new Set<(change: CallChange) => void>();

  constructor(init: CallInit) {
    this.carrier = init.carrier;
    this.sid = init.sid;
    this.direction = init.direction;
    this.from = init.from;
    this.to = init.to;
    this.createdAt = init.createdAt;
    this.updatedAt = init.createdAt;
    this.parentCallSid = init.parentCallSid ?? null;
    this.phone = init.phone ?? (init.direction === 'inbound' ? init.from : init.to);
    this.statusHook = init.statusHook ?? null;
    this.statusEvents = init.statusEvents ?? new Set<CallEvent>(['completed']);
  }

  /** The number at our end. */
  get ours(): string {
    return this.direction === 'inbound' ? this.to : this.from;
  }

  get ended(): boolean {
    return ENDED.includes(this.status);
  }

  /** Whole seconds talked, 0 when never answered. */
  get durationSeconds(): number {
    if (!this.answeredAt || !this.endedAt) return 0;
    return Math.round((this.endedAt.getTime() - this.answeredAt.getTime()) / 1000);
  }

  watch(watcher: (change: CallChange) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  changed(change: CallChange): void {
    [...this.#watchers].forEach((watcher) => watcher(change));
  }

  moveTo(place: Place): void {
    this.place = place;
    this.changed('place');
  }

  hear(line: Line): Line {
    this.said.push(line);
    this.changed('said');
    return line;
  }

  onKey(listener: (key: string) => void): () => void {
    this.#keyListeners.add(listener);
    return () => this.#keyListeners.delete(listener);
  }

  onSpeech(listener: (text: string, durationMs: number) => void): () => void {
    this.#speechListeners.add(listener);
    return () => this.#speechListeners.delete(listener);
  }

  /** The person at the phone pressed a key. */
  key(key: string): void {
    [...this.#keyListeners].forEach((listener) => listener(key));
  }

  /** The person at the phone spoke; whoever is joined hears it. */
  speak(text: string, at: Date, durationMs: number): void {
    const endsAt = new Date(at.getTime() + durationMs);
    this.hear({ at, by: 'me', kind: 'speech', text, endsAt, cut: false });
    for (const other of this.place.hearers())
      other.hear({ at, by: this.phone, kind: 'speech', text, endsAt, cut: false });
    [...this.#speechListeners].forEach((listener) => listener(text, durationMs));
  }
}
