/** What stands in each field of the form, as typed. Offices are office1, address1, office2 and so on. */
export type FormValues = Readonly<Record<string, string>>;

/** A field of a draft: what was typed, by whom, and whose other value it took the place of. */
export interface StoredField {
  value: string;
  by: string;
  /** The account's id: two of one name are two. */
  account: string;
  /** ISO instant. */
  at: string;
  /** The save that brought it. */
  revision: number;
  over?: { value: string; by: string; account: string };
}

export type StoredFields = Readonly<Record<string, StoredField>>;

/** One changed field: what it is to be, and what stood there as far as whoever typed it knew. */
export interface FieldChange {
  value: string;
  before: string;
}

/** Who types: an account of the console. */
export interface Writer {
  accountId: string;
  name: string;
}

/** A value of somebody else that the writer had not seen and has taken the place of. */
export interface Overwritten {
  field: string;
  by: string;
  value: string;
}

export const mostOffices = 30;
/** The fields of the form apart from the offices, each with how many characters it takes. */
const lengths: Readonly<Record<string, number>> = {
  customer: 64,
  name: 200,
  phone: 40,
  mail: 254,
  serial: 60,
  mac: 40,
  units: 10,
  symptoms: 4000,
  tried: 4000,
  priority: 20,
  /** Why it is not registered now, or not covered. */
  why: 300,
};
const officeLengths: Readonly<Record<string, number>> = { office: 200, address: 300 };
const officeField = /^(office|address)([1-9]\d?)$/;

/** How many characters a field takes; undefined for a name that is no field of the form. */
export function lengthOf(field: string): number | undefined {
  const office = officeField.exec(field);
  if (office !== null && Number(office[2]) <= mostOffices) return officeLengths[office[1] ?? ''];
  return Object.hasOwn(lengths, field) ? lengths[field] : undefined;
}

/** What a form sent, as far as it has such fields: no control characters but line breaks, and not longer than a field. */
export function readValues(sent: Readonly<Record<string, unknown>>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [field, value] of Object.entries(sent)) {
    const length = lengthOf(field);
    if (length === undefined || typeof value !== 'string') continue;
    values[field] = value
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{C}\n\t]/gu, '')
      .slice(0, length);
  }
  return values;
}

/** The numbers of the offices that anything is written of, and always the first. */
export function officeNumbers(values: FormValues): number[] {
  const numbers = Object.entries(values).flatMap(([field, value]) => {
    const office = officeField.exec(field);
    return office === null || value === '' ? [] : [Number(office[2])];
  });
  return [...new Set([1, ...numbers])].sort((a, b) => a - b);
}

/** What is typed in the fields of a draft. */
export function valuesOf(fields: StoredFields): FormValues {
  return Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value]));
}

/**
 * The fields after a save. The later save wins, field by field; where it took the place of what somebody else had typed
 * meanwhile, that is kept beside it and told.
 */
export function withChanges(
  fields: StoredFields,
  changes: Readonly<Record<string, FieldChange>>,
  save: { by: Writer; at: Date; revision: number },
): { fields: StoredFields; overwritten: Overwritten[] } {
  const next: Record<string, StoredField> = { ...fields };
  const overwritten: Overwritten[] = [];
  for (const [field, { value, before }] of Object.entries(changes)) {
    const stood = fields[field];
    if (stood?.value === value) continue;
    const { accountId: account, name: by } = save.by;
    const isOthers = stood !== undefined && stood.account !== account && stood.value !== before;
    if (isOthers) overwritten.push({ field, by: stood.by, value: stood.value });
    next[field] = {
      value,
      by,
      account,
      at: save.at.toISOString(),
      revision: save.revision,
      ...(isOthers ? { over: { value: stood.value, by: stood.by, account: stood.account } } : {}),
    };
  }
  return { fields: next, overwritten };
}

/** What differs between a form as it was shown and as it was sent. */
export function changesBetween(shown: FormValues, sent: FormValues): Record<string, FieldChange> {
  return Object.fromEntries(
    Object.entries(sent).flatMap(([field, value]) => {
      const before = shown[field] ?? '';
      return value === before ? [] : [[field, { value, before }]];
    }),
  );
}
