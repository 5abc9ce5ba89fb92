import type { DebuggerEntry, WireEntry } from '../carrier/log.ts';
import type { ActiveFault } from '../faults/faults.ts';
import type { CallView } from '../people/call-view.ts';
import type { Personality, Texting } from '../people/personality.ts';
import type { Telephone, TextView } from '../people/telephone.ts';
import type { Phones, RoomView } from '../phones.ts';

/** One telephone as the page shows it. */
export interface PhoneState {
  number: string;
  name: string;
  role: string;
  key: string | null;
  personality: Personality;
  texting: Texting | null;
  /** The live call with its transcript. */
  call: CallView | null;
  /** Live calls on its other lines, oldest first. */
  others: CallView[];
  /** The last call that ended, with its transcript. */
  lastCall: CallView | null;
  texts: TextView[];
}

/** Everything, at one instant. Dates are ISO 8601 strings once it is JSON. */
export interface Snapshot {
  now: Date;
  numbers: {
    number: string;
    name: string;
    voiceUrl: string | null;
    smsUrl: string | null;
    statusUrl: string | null;
  }[];
  people: PhoneState[];
  /** Phones of nobody that the product knows: customers and strangers. */
  customers: PhoneState[];
  rooms: RoomView[];
  settings: { callsPerSecond: number };
  faults: ActiveFault[];
  debuggerErrors: DebuggerEntry[];
  /** The newest 100, newest last. */
  wire: WireEntry[];
}

const WIRE_TAIL = 100;

export function snapshot(phones: Phones): Snapshot {
  const all = phones.telephones();
  const { carrier } = phones;
  return {
    now: carrier.clock.now(),
    numbers: [...carrier.numbers.values()].map((number) => ({
      number: number.number,
      name: number.name,
      voiceUrl: number.voice?.url ?? null,
      smsUrl: number.sms?.url ?? null,
      statusUrl: number.status?.url ?? null,
    })),
    people: all.filter((phone) => phone.key !== null).map(viewPhone),
    customers: all.filter((phone) => phone.key === null).map(viewPhone),
    rooms: phones.rooms(),
    settings: { callsPerSecond: carrier.settings.callsPerSecond },
    faults: phones.faults.list(),
    debuggerErrors: [...phones.debuggerErrors],
    wire: phones.wire.slice(-WIRE_TAIL),
  };
}

export function viewPhone(phone: Telephone): PhoneState {
  const calls = phone.calls;
  return {
    number: phone.number,
    name: phone.name,
    role: phone.role,
    key: phone.key,
    personality: phone.personality,
    texting: phone.texting,
    call: phone.call,
    others: phone.liveCalls.filter(({ sid }) => sid !== phone.call?.sid),
    lastCall: calls.filter((call) => call.state === 'ended').at(-1) ?? null,
    texts: phone.texts,
  };
}
