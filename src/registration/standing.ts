import { sameName } from '../customers/index.ts';

/** A contact of a customer. */
export interface Contact {
  name: string;
  /** E.164. */
  phone: string;
  email: string | undefined;
  approved: boolean;
  /** The account of the supervisor who approved them in the console; undefined: the people file did. */
  approvedBy: string | undefined;
  approvedAt: Date | undefined;
}

/** A supervisor's word that somebody who is not approved may be registered, for one case. */
export interface ContactException {
  name: string;
  by: string;
  /** ISO instant. */
  at: string;
  reason: string;
}

/** Whether the person who reports may do so. Only named, approved persons may (DV Nordic). */
export type Standing =
  /** Nobody is named yet. */
  | { kind: 'unnamed' }
  | { kind: 'approved'; contact: Contact }
  | { kind: 'excepted'; exception: ContactException }
  /** Known to be of the customer, and not approved. */
  | { kind: 'unapproved'; contact: Contact }
  /** The customer has named nobody of this name. */
  | { kind: 'unknown' }
  /** It is not known which customer this is. */
  | { kind: 'no-customer' };

/**
 * How somebody stands. It is the name that was approved, not the telephone: who borrows a colleague's is still themself.
 */
export function standingOf(
  name: string,
  customer: { contacts: readonly Contact[] } | undefined,
  exception: ContactException | undefined,
): Standing {
  if (name.trim() === '') return { kind: 'unnamed' };
  const named = customer?.contacts.filter((contact) => sameName(contact.name, name)) ?? [];
  const contact = named.find(({ approved }) => approved) ?? named[0];
  if (contact?.approved) return { kind: 'approved', contact };
  if (exception !== undefined && sameName(exception.name, name)) return { kind: 'excepted', exception };
  if (contact !== undefined) return { kind: 'unapproved', contact };
  return { kind: customer === undefined ? 'no-customer' : 'unknown' };
}

/** Whether a case may be registered for somebody who stands so. */
export function mayReport({ kind }: Standing): boolean {
  return kind === 'approved' || kind === 'excepted';
}
