import { onDutyAt, type DeskDuty } from '../duty/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import type { Channel, ContactState } from './tables.ts';

/** A number of a responder, with whether it may be used. */
export interface ContactMethod {
  address: PhoneNumber;
  state: ContactState;
  /** How many calls it takes at the same time, where it is more than one, as a company's switchboard does. */
  lines?: number;
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

/** All that the roster of a desk follows from, at whichever instant it was read for. */
export interface RosterSource {
  duty: DeskDuty;
  /** Everybody whom the duty names, and those who could stand in, by their keys. */
  people: ReadonlyMap<string, Responder>;
}

/** Roles whose people stand in when nobody on duty can be reached, those who answer for most first. */
export const reserveRoles = ['supervisor', 'manager', 'senior-technician', 'technician'];

/** Nobody wakes a whole company: of the reserve so many are asked. */
export const mostInReserve = 20;

/** Who answers for a desk at an instant. `also` is a person who must be in it, on duty or not. */
export function rosterAt({ duty, people }: RosterSource, instant: Date, also?: string): Roster {
  const roster: Roster = { duty: {}, reserve: [] };
  const seated = new Set<string>();
  for (const { role, person } of onDutyAt(duty, instant)) {
    const responder = people.get(person);
    const list = (roster.duty[role] ??= []);
    // Twice in one role is once: the plan's count would be met by one person.
    if (responder !== undefined && !list.includes(responder)) list.push(responder);
    seated.add(person);
  }
  roster.reserve = [...people.values()]
    .filter(({ key }) => !seated.has(key))
    .map((person) => ({ person, rank: rankOf(person) }))
    .filter(({ person, rank }) => rank < Infinity || person.key === also)
    .sort((a, b) => a.rank - b.rank)
    .filter(({ person }, index) => index < mostInReserve || person.key === also)
    .map(({ person }) => person);
  return roster;
}

function rankOf({ roles }: Responder): number {
  return Math.min(...roles.map((role) => reserveRoles.indexOf(role)).filter((rank) => rank >= 0));
}

/** The channels by which a responder can be reached. */
export function usableChannels(responder: Responder): Channel[] {
  return (['sms', 'voice'] as const).filter((channel) => responder.contacts[channel]?.state === 'ok');
}

/** How many callers a person can be asked to answer at the same time: as many as their voice number has lines. */
export function linesOf({ contacts }: Pick<Responder, 'contacts'>): number {
  return contacts.voice?.lines ?? 1;
}

/** The person's first name, for lines that must be short: "taken by Anna". */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
