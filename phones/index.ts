/** The simulated carrier and telephones: what tests, the demo and the page use. */
export { createPhones } from './phones.ts';
export type { Phones, PhonesOptions, RoomView } from './phones.ts';
export type { Clock, Timer } from './clock.ts';
export type { Line } from './carrier/call.ts';
export type { DebuggerEntry, WireEntry } from './carrier/log.ts';
export type { Change } from './carrier/model.ts';
export type { NumberSetup } from './carrier/numbers.ts';
export type { ActiveFault, Fault, FaultKind, Faults } from './faults/faults.ts';
export type { CallView } from './people/call-view.ts';
export type { Personality, Texting } from './people/personality.ts';
export type { Person } from './people/phone-book.ts';
export type { Telephone, TextView } from './people/telephone.ts';
export type { PhoneState, Snapshot } from './control/snapshot.ts';
