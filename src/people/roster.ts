import type { PhoneNumber } from '../kernel/index.ts';
import type { Channel, ContactState } from './tables.ts';

/** A number of a responder, with whether it may be used. */
export interface ContactMethod {
  address: PhoneNumber;
  state: ContactState;
}

/** A person who can be paged. */
export interface Responder {
  key: string;
  name: string;
  language: string;
  roles: string[];
  contacts: Partial<Record<Channel, ContactMethod>>;
}

/** Who answers for a desk at an instant: people on duty by role, in order, and who could stand in when nobody is. */
export interface Roster {
  duty: Record<string, Responder[]>;
  /**
   * People with a role of responsibility who are not on duty: asked only when nobody else can be. Empty also
   * where it was not read (loadDuty).
   */
  reserve: Responder[];
}

/** The channels by which a responder can be reached. */
export function usableChannels(responder: Responder): Channel[] {
  return (['sms', 'voice'] as const).filter((channel) => responder.contacts[channel]?.state === 'ok');
}

/** The person's first name, for lines that must be short: "taken by Anna". */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
