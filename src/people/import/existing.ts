import type { PhoneNumber } from '../../kernel/index.ts';
import type { StoredVersion } from '../../duty/index.ts';
import type { Channel, ContactState } from '../tables.ts';

/** What the database knows already, as far as an import must know it. */
export interface Existing {
  people: ReadonlyMap<string, StoredPerson>;
  duty: readonly StoredSeat[];
  /** Oldest first. */
  schedules: readonly StoredVersion[];
  customers: ReadonlyMap<string, StoredCustomer>;
}

export interface StoredPerson {
  key: string;
  name: string;
  roles: string[];
  email: string | null;
  language: string;
  quiet: string | null;
  contacts: Partial<
    Record<Channel, { address: PhoneNumber; state: ContactState; lines?: number; isVerified?: boolean }>
  >;
}

export interface StoredSeat {
  desk: string;
  role: string;
  person: string;
}

export interface StoredCustomer {
  key: string;
  name: string;
  desks: string[];
  contract: string | null;
  contacts: StoredContact[];
  offices: { name: string; address: string | null }[];
  units: StoredUnit[];
}

export interface StoredContact {
  name: string;
  phone: string;
  email: string | null;
  approved: boolean;
  /** The account that approved them in the console; null where a people file did. */
  approvedBy: string | null;
}

export interface StoredUnit {
  serial: string | null;
  mac: string | null;
  model: string | null;
  /** ISO date. */
  warrantyUntil: string | null;
  office: string | null;
}
