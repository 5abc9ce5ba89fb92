import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import type { Random } from '../random.ts';
import type { Work } from '../work.ts';
import type { Brand } from './brand.ts';
import type { Call } from './call.ts';
import type { Conference } from './conference.ts';
import type { HttpClient } from './http-client.ts';
import type { DebuggerEntry, Log, WireEntry } from './log.ts';
import type { Account, Change, Message, OwnedNumber, Recording } from './model.ts';
import type { WaitingCaller } from './queues.ts';

/** How a telephone takes what the carrier brings it. */
export interface Exchange {
  /** A call arrives at a telephone: it rings, is busy, or is not on the network. */
  ring(call: Call): 'ringing' | 'busy' | 'off';
  /** A text reaches a telephone; `switched-off` when it cannot. */
  deliverText(message: Message): 'delivered' | 'switched-off';
}

export interface Settings {
  callsPerSecond: number;
  wordsPerMinute: number;
}

/** Everything that the simulated carrier knows and uses. Kept in memory; a restart forgets all. */
export interface Carrier {
  brand: Brand;
  account: Account;
  clock: Clock;
  work: Work;
  random: Random;
  http: HttpClient;
  faults: Faults;
  settings: Settings;
  exchange: Exchange;
  wire: Log<WireEntry>;
  debugger: Log<DebuggerEntry>;
  numbers: Map<string, OwnedNumber>;
  calls: Map<string, Call>;
  messages: Map<string, Message>;
  conferences: Map<string, Conference>;
  queues: Map<string, { sid: string; members: WaitingCaller[] }>;
  recordings: Map<string, Recording>;
  /** Pairs "phone number" that opted out by STOP. */
  optedOut: Set<string>;
  /** When the next queued call may start (calls per second). */
  nextCallSlotMs: number;
  /** Our own base URL, known once listening. */
  baseUrl: string;
  changed(change: Change): void;
}

/** A new identifier, such as CA and 32 hexadecimal digits; a UUID where the carrier's ids are opaque. */
export function newSid(carrier: Pick<Carrier, 'random' | 'brand'>, prefix: string): string {
  const hex = carrier.random.hex(32);
  if (!carrier.brand.hasOpaqueIds) return `${prefix}${hex}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Puts a fault of the product into the debugger's log. */
export function complain(
  carrier: Carrier,
  code: number,
  message: string,
  about: { sid?: string; url?: string; level?: 'error' | 'warning' } = {},
): void {
  carrier.debugger.add({
    at: carrier.clock.now(),
    level: about.level ?? 'error',
    code,
    message,
    ...(about.sid === undefined ? {} : { sid: about.sid }),
    ...(about.url === undefined ? {} : { url: about.url }),
  });
}
