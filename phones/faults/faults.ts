import type { Random } from '../random.ts';

/** What can be made to go wrong. `rest-*` befall requests to us, `callback-*` our webhooks, the rest a call or text. */
export const FAULT_KINDS = [
  'rest-401',
  'rest-429',
  'rest-500',
  'rest-slow',
  'rest-hang',
  'rest-half-open',
  'rest-lost',
  'callback-delay',
  'callback-duplicate',
  'callback-reorder',
  'callback-drop',
  'sms-undelivered',
  'sms-never-delivered',
  'sms-slow',
  'voice-failed',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** One fault that is on. Without `number` it befalls everybody; without `every` and `probability`, every time. */
export interface Fault {
  kind: FaultKind;
  /** Only requests, calls or texts to or from this number. */
  number?: string;
  /** Only this part of the REST API. */
  resource?: 'Calls' | 'Messages' | 'Conferences' | 'Recordings' | 'IncomingPhoneNumbers';
  /** From 0 to 1, drawn from the seeded randomness. */
  probability?: number;
  /** Every nth time it could happen: 3 spares two, strikes one. */
  every?: number;
  /** Ends by itself after so many strikes. */
  times?: number;
  /** For rest-slow, callback-delay, callback-duplicate, callback-reorder, sms-slow. */
  delayMs?: number;
  /** For sms-undelivered: Twilio's error code, 30003 unless told. For voice-failed: the SIP code, 503 unless told. */
  code?: number;
}

export interface ActiveFault extends Fault {
  id: string;
  /** How often it could have struck, and did. */
  chances: number;
  strikes: number;
}

export interface Faults {
  list(): ActiveFault[];
  add(fault: Fault): string;
  remove(id: string): void;
  set(faults: readonly Fault[]): void;
  clear(): void;
  /** The first fault of this kind that strikes now, or null. Counts the chance. */
  strike(kind: FaultKind, about: { numbers?: readonly string[]; resource?: string }): ActiveFault | null;
}

export function createFaults(random: Random, changed: () => void): Faults {
  let active: ActiveFault[] = [];
  let counter = 0;
  const add = (fault: Fault) => {
    counter += 1;
    const id = `fault-${counter}`;
    active.push({ ...fault, id, chances: 0, strikes: 0 });
    changed();
    return id;
  };
  const clear = () => {
    active = [];
    changed();
  };
  return {
    list: () => active.map((fault) => ({ ...fault })),
    add,
    clear,
    remove: (id) => {
      active = active.filter((fault) => fault.id !== id);
      changed();
    },
    set: (faults) => {
      active = [];
      faults.forEach(add);
      changed();
    },
    strike: (kind, about) =>
      active.find((fault) => fault.kind === kind && strikes(fault, about, random)) ?? null,
  };
}

function strikes(
  fault: ActiveFault,
  about: { numbers?: readonly string[]; resource?: string },
  random: Random,
): boolean {
  if (fault.number !== undefined && !about.numbers?.includes(fault.number)) return false;
  if (fault.resource !== undefined && fault.resource !== about.resource) return false;
  if (fault.times !== undefined && fault.strikes >= fault.times) return false;
  fault.chances += 1;
  if (fault.every !== undefined && fault.chances % fault.every !== 0) return false;
  if (fault.probability !== undefined && random.next() >= fault.probability) return false;
  fault.strikes += 1;
  return true;
}
