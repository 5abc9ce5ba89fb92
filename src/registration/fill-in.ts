import { sameName } from '../customers/index.ts';
import { formatPhoneNumberIn, toPhoneNumber } from '../kernel/index.ts';
import type { FieldChange, FormValues } from './fields.ts';
import type { Contact } from './standing.ts';

/** What is known of a customer that spares typing. */
export interface Fillable {
  /** The desk's, whose way of writing telephone numbers is the operators' too. */
  country: string;
  contacts: readonly Contact[];
  offices: readonly { name: string; address: string | undefined }[];
}

/**
 * What can be filled in after a name was typed that is known: the contact's telephone and mail, the office's address.
 * Only into fields that are empty: what somebody has typed is never replaced.
 */
export function fillIns(
  values: FormValues,
  changed: readonly string[],
  { contacts, offices, country }: Fillable,
): Record<string, FieldChange> {
  const filled: Record<string, FieldChange> = {};
  const fill = (field: string, value: string | undefined): void => {
    if (value !== undefined && (values[field] ?? '') === '') filled[field] = { value, before: '' };
  };
  for (const field of changed) {
    const typed = values[field] ?? '';
    if (typed === '') continue;
    if (field === 'name') {
      const contact = contacts.find(({ name }) => sameName(name, typed));
      fill('phone', contact && shownPhone(contact.phone, country));
      fill('mail', contact?.email);
    }
    if (field.startsWith('office'))
      fill(field.replace('office', 'address'), offices.find(({ name }) => sameName(name, typed))?.address);
  }
  return filled;
}

/** What the form begins with: whoever is known to be calling. */
export function firstValues(
  known: { contactName: string | undefined; number: string | undefined; customer: string | undefined },
  { contacts, country }: Pick<Fillable, 'contacts' | 'country'>,
): FormValues {
  const contact = contacts.find(
    ({ name }) => known.contactName !== undefined && sameName(name, known.contactName),
  );
  const values = {
    customer: known.customer,
    name: known.contactName,
    phone: shownPhone(known.number ?? contact?.phone, country),
    mail: contact?.email,
  };
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => !!entry[1]));
}

function shownPhone(number: string | undefined, country: string): string | undefined {
  const known = toPhoneNumber(number);
  return known === undefined ? undefined : formatPhoneNumberIn(known, country);
}
