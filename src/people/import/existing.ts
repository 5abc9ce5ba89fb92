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
  contacts: Partial<Record<Channel, { address: PhoneNumber; state: ContactState }>>;
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
  contacts: { name: string; phone: string; email: string | null }[];
}
