/** One HTTP exchange between the product and us. */
export interface WireEntry {
  id: number;
  at: Date;
  way: 'to-carrier' | 'to-product';
  /** REST for requests to us; what the webhook was about otherwise. */
  kind:
    | 'rest'
    | 'voice'
    | 'call-status'
    | 'sms'
    | 'message-status'
    | 'conference-status'
    | 'recording-status'
    | 'media';
  method: string;
  url: string;
  /** The HTTP status, or null when no answer came (yet). */
  status: number | null;
  /** Real milliseconds until the answer. */
  ms: number;
  request: Readonly<Record<string, string | string[]>>;
  /** The answer's body, at most 2000 characters. */
  answer: string;
  /** Numbers that it is about, to show who. */
  numbers: string[];
  /** The fault that struck, the failure, the retry. */
  note?: string;
}

/** What Twilio's debugger would show. */
export interface DebuggerEntry {
  id: number;
  at: Date;
  level: 'error' | 'warning';
  /** Twilio's error code, such as 12200; 0 where Twilio is not known to have one. */
  code: number;
  message: string;
  /** The call, message or conference that it is about. */
  sid?: string;
  url?: string;
}

const MAX_ENTRIES = 1000;

/** The newest entries of one kind, oldest first. */
export class Log<T extends { id: number }> {
  #entries: T[] = [];
  #counter = 0;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  add(entry: Omit<T, 'id'>): T {
    this.#counter += 1;
    const whole = { ...entry, id: this.#counter } as unknown as T;
    this.#entries.push(whole);
    if (this.#entries.length > MAX_ENTRIES) this.#entries.shift();
    this.#changed();
    return whole;
  }

  get entries(): readonly T[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
    this.#changed();
  }
}
