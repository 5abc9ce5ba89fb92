import { randomInt } from 'node:crypto';
import { brands } from './carrier/brand.ts';
import type { BrandName } from './carrier/brand.ts';
import type { DebuggerEntry, WireEntry } from './carrier/log.ts';
import { Log } from './carrier/log.ts';
import type { Carrier } from './carrier/carrier.ts';
import { endCall } from './carrier/calls.ts';
import type { Conference } from './carrier/conference.ts';
import { createHttpClient } from './carrier/http-client.ts';
import type { Change } from './carrier/model.ts';
import { setNumbers } from './carrier/numbers.ts';
import type { NumberSetup } from './carrier/numbers.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { snapshot } from './control/snapshot.ts';
import type { Snapshot } from './control/snapshot.ts';
import { createFaults } from './faults/faults.ts';
import type { Faults } from './faults/faults.ts';
import { PhoneBook } from './people/phone-book.ts';
import type { Person } from './people/phone-book.ts';
import type { Telephone } from './people/telephone.ts';
import { createRandom } from './random.ts';
import { createServer } from './server.ts';
import { withOwnNumbers } from './switchboard/index.ts';
import { Work } from './work.ts';

export interface PhonesOptions {
  accountSid: string;
  authToken: string;
  /** Signs webhooks where that is another secret than the token, as at SignalWire. */
  signingKey?: string;
  /** API keys (SK…) and their secrets that may sign in too. */
  apiKeys?: Readonly<Record<string, string>>;
  /** 127.0.0.1 unless told. */
  host?: string;
  /** 0 or absent: any free one. */
  port?: number;
  clock?: Clock;
  /** Calls that may start in a second; more wait in the queue. Twilio's default is 1. */
  callsPerSecond?: number;
  /** How fast the carrier's voice and people talk; 150 is 0.4 s a word. */
  wordsPerMinute?: number;
  numbers?: readonly NumberSetup[];
  people?: readonly Person[];
  /** Repeats ids and random faults. */
  seed?: number;
  /** Twilio unless told. */
  actsAs?: BrandName;
  /** The carrier whose telephones these are too: they can be called by both. It must be closed last. */
  telephonesOf?: Phones;
}

/** Who can hear whom in a room right now. */
export interface RoomView {
  sid: string;
  name: string;
  status: Conference['status'];
  members: {
    number: string;
    name: string;
    callSid: string;
    muted: boolean;
    hold: boolean;
    label: string | null;
  }[];
}

/** The simulated carrier with its telephones. */
export interface Phones {
  /** The base URL: REST API (TWILIO_API_URL), control API and page. */
  url: string;
  close(): Promise<void>;
  /** Resolves when no webhook or REST request is under way and no timer is due at the clock's present instant. */
  idle(): Promise<void>;
  /** The telephone of that number, made on demand. Throws for what is no E.164 number. */
  telephone(number: string): Telephone;
  telephones(): Telephone[];
  setNumbers(numbers: readonly NumberSetup[]): void;
  setPeople(people: readonly Person[]): void;
  /** Ends all calls and forgets calls, texts, rooms, recordings, logs and faults; numbers, people and personalities stay. */
  reset(): void;
  faults: Faults;
  /** Every REST request and webhook, oldest first; the newest 1000. */
  readonly wire: readonly WireEntry[];
  /** What Twilio's debugger would show; empty when the product made no mistake. */
  readonly debuggerErrors: readonly DebuggerEntry[];
  /** Everything at this instant, as GET /control/state answers it. */
  state(): Snapshot;
  /** Rooms, ended ones too, oldest first. */
  rooms(): RoomView[];
  events: { subscribe(listener: (change: Change) => void): () => void };
  /** The carrier's own books, for the control API. */
  carrier: Carrier;
  /** The telephones, which another carrier may share. */
  book: PhoneBook;
}

/** Starts a simulated Twilio. Rejects when the port is taken. */
export async function createPhones(options: PhonesOptions): Promise<Phones> {
  const listeners = new Set<(change: Change) => void>();
  const changed = (change: Change) => [...listeners].forEach((listener) => listener(change));
  const work = new Work();
  const clock = work.watch(options.clock ?? systemClock);
  const random = createRandom(options.seed ?? randomInt(2 ** 31));
  const book = options.telephonesOf?.book ?? new PhoneBook();
  const carrier: Carrier = {
    brand: brands[options.actsAs ?? 'twilio'],
    account: {
      sid: options.accountSid,
      authToken: options.authToken,
      signingKey: options.signingKey ?? options.authToken,
      apiKeys: options.apiKeys ?? {},
    },
    clock,
    work,
    random,
    http: createHttpClient(),
    faults: createFaults(random, () => changed({ what: 'faults' })),
    settings: { callsPerSecond: options.callsPerSecond ?? 1, wordsPerMinute: options.wordsPerMinute ?? 150 },
    exchange: withOwnNumbers(
      () => carrier,
      book.exchange,
      (number) => book.ownerOf(number),
    ),
    wire: new Log<WireEntry>(() => changed({ what: 'wire' })),
    debugger: new Log<DebuggerEntry>(() => changed({ what: 'debugger' })),
    numbers: new Map(),
    calls: new Map(),
    messages: new Map(),
    conferences: new Map(),
    queues: new Map(),
    recordings: new Map(),
    optedOut: new Set(),
    nextCallSlotMs: 0,
    baseUrl: '',
    changed,
  };
  book.connect(carrier);
  setNumbers(carrier, options.numbers ?? []);
  if (!options.telephonesOf) book.setPeople(options.people ?? []);
  const phones = assemble(carrier, book, listeners);
  const app = await createServer(phones);
  try {
    phones.url = await app.listen({
      host: options.host ?? '127.0.0.1',
      port: options.port ?? 0,
      backlog: 8_192,
    });
  } catch (error) {
    await app.close();
    throw error;
  }
  carrier.baseUrl = phones.url;
  phones.close = async () => {
    listeners.clear();
    work.stop();
    carrier.http.close();
    app.server.closeAllConnections();
    await app.close();
  };
  return phones;
}

function assemble(carrier: Carrier, book: PhoneBook, listeners: Set<(change: Change) => void>): Phones {
  const phones: Phones = {
    url: '',
    close: async () => undefined,
    idle: () => carrier.work.idle(carrier.clock),
    telephone: (number) => book.telephone(number),
    telephones: () => book.all(),
    setNumbers: (numbers) => setNumbers(carrier, numbers),
    setPeople: (people) => book.setPeople(people),
    reset: () => reset(carrier, book),
    state: () => snapshot(phones),
    faults: carrier.faults,
    get wire() {
      return carrier.wire.entries;
    },
    get debuggerErrors() {
      return carrier.debugger.entries;
    },
    rooms: () => [...carrier.conferences.values()].map((conference) => viewRoom(book, conference)),
    events: {
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    carrier,
    book,
  };
  return phones;
}

function reset(carrier: Carrier, book: PhoneBook): void {
  // The product is told that its calls are over, as by any hang-up.
  for (const call of carrier.calls.values())
    endCall(carrier, call, call.answeredAt ? 'completed' : 'canceled');
  book.all().forEach((telephone) => telephone.forgetCalls());
  carrier.calls.clear();
  carrier.messages.clear();
  carrier.conferences.clear();
  carrier.queues.clear();
  carrier.recordings.clear();
  carrier.optedOut.clear();
  carrier.nextCallSlotMs = 0;
  carrier.faults.clear();
  carrier.wire.clear();
  carrier.debugger.clear();
}

function viewRoom(book: PhoneBook, conference: Conference): RoomView {
  return {
    sid: conference.sid,
    name: conference.name,
    status: conference.status,
    members: [...conference.participants.values()].map(({ call, muted, hold, label }) => ({
      number: call.phone,
      name: book.telephone(call.phone).name,
      callSid: call.sid,
      muted,
      hold,
      label,
    })),
  };
}
