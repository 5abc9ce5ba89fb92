import type { PhoneNumber } from '../kernel/index.ts';
import type { OwnHours } from '../own-hours/index.ts';
import type { RosterSource } from '../people/index.ts';
import type { Script } from '../ivr/index.ts';
import type { TimeNote } from './times.ts';

/** Who calls from a number, as the call itself would find it. */
export interface KnownCaller {
  /** Names; undefined where the number is no customer's. */
  customer: string | undefined;
  contact: string | undefined;
  /** Whether a customer of the desk lets them register cases. */
  isApproved: boolean;
  /** Where a desk that writes to its customers writes to; undefined: no address of theirs is known. */
  mail: string | undefined;
}

/** What is known of a desk beside its script. */
export interface Known {
  /** Dates that people have set in the console. */
  own: OwnHours;
  /** Who is on duty from then on; undefined: that is not known. */
  roster: RosterSource | undefined;
  /** Mail addresses of people by their keys: a case is given to somebody who can be told. */
  mails: ReadonlyMap<string, string>;
  /** Undefined: who calls is not known. */
  caller: KnownCaller | undefined;
  /** The number that the next case of the desk has, without the prefix; undefined: the script's first. */
  nextNumber: number | undefined;
  /** What has to be told of where this comes from. */
  notes: readonly TimeNote[];
}

/** What is to be looked up. */
export interface Needed {
  script: Script;
  at: Date;
  /** The earliest instant of which the hours are asked. */
  since: Date;
  from: PhoneNumber | undefined;
}

/** Looks up what is known of a desk at an instant. */
export type LookUp = (needed: Needed) => Promise<Known>;

/** Nothing but the script: no names, and no dates of the console. */
export const scriptAlone: LookUp = () =>
  Promise.resolve({
    own: new Map(),
    roster: undefined,
    mails: new Map(),
    caller: undefined,
    nextNumber: undefined,
    notes: [],
  });
