import type { Priority } from '../cases/index.ts';
import { readMac, readSerial, type MacFault } from '../customers/index.ts';
import { cutText, readNationalNumber } from '../kernel/index.ts';
import { officeNumbers, type FormValues } from './fields.ts';

/** A case as it was registered, normalised. */
export interface RegisteredForm {
  contact: {
    name: string;
    /** E.164. */
    phone: string;
    mail: string | null;
    /** By whose word an unapproved contact was registered; null: the contact is approved. */
    exceptionBy: string | null;
  };
  offices: { name: string; address: string | null }[];
  unit: { serial: string | null; mac: string | null; affected: number | null };
  symptoms: string;
  tried: string;
  priority: Priority;
}

/** What is wrong with a field. `missing`: it must be filled in before the case can be registered. */
export type FieldFault =
  | { kind: 'missing' }
  /** Whatever else is done with a call than registering it needs a reason. */
  | { kind: 'why-missing' }
  /** An office has to have an address, because a unit may have to be sent there. */
  | { kind: 'address-missing' }
  | { kind: 'office-missing' }
  | { kind: 'phone' }
  | { kind: 'mail' }
  | { kind: 'serial' }
  | { kind: 'mac'; fault: MacFault }
  | { kind: 'units' }
  | { kind: 'priority' };

export type Faults = Readonly<Record<string, FieldFault>>;

export const priorities = ['low', 'normal', 'high', 'standstill'] as const satisfies readonly Priority[];
const mostUnits = 99_999;
const summaryLength = 160;

/** What is wrong with what is typed, whether or not everything is filled in: said while it is being typed. */
export function formFaults(values: FormValues, country: string): Faults {
  const faults: Record<string, FieldFault> = {};
  const filled = (field: string): string | undefined => {
    const value = values[field]?.trim();
    return value === '' ? undefined : value;
  };
  const phone = filled('phone');
  if (phone !== undefined && readPhone(phone, country) === undefined) faults['phone'] = { kind: 'phone' };
  const mail = filled('mail');
  if (mail !== undefined && !isMail(mail)) faults['mail'] = { kind: 'mail' };
  const serial = filled('serial');
  if (serial !== undefined && readSerial(serial) === undefined) faults['serial'] = { kind: 'serial' };
  const mac = filled('mac');
  const reading = mac === undefined ? undefined : readMac(mac);
  if (reading?.ok === false) faults['mac'] = { kind: 'mac', fault: reading.fault };
  const units = filled('units');
  if (units !== undefined && readCount(units) === undefined) faults['units'] = { kind: 'units' };
  const priority = filled('priority');
  if (priority !== undefined && readPriority(priority) === undefined)
    faults['priority'] = { kind: 'priority' };
  return faults;
}

/**
 * The form, or what still stands in its way. A name, a telephone number, an office, what is wrong and how urgent it is
 * must be known; and an address as soon as a unit is named, because one may have to be sent (DV Nordic).
 */
export function readForm(
  values: FormValues,
  country: string,
): { form: RegisteredForm | undefined; faults: Faults } {
  const faults: Record<string, FieldFault> = { ...formFaults(values, country) };
  const text = (field: string): string => values[field]?.trim() ?? '';
  for (const field of ['name', 'phone', 'symptoms', 'priority']) {
    if (text(field) === '') faults[field] = { kind: 'missing' };
  }
  const offices = officeNumbers(values).map((number) => ({
    number,
    name: text(`office${number}`),
    address: text(`address${number}`),
  }));
  for (const { number, name } of offices) {
    if (name === '') faults[`office${number}`] = { kind: number === 1 ? 'missing' : 'office-missing' };
  }
  const namesUnit = text('serial') !== '' || text('mac') !== '';
  const first = offices.find(({ name }) => name !== '');
  if (namesUnit && first !== undefined && offices.every(({ address }) => address === ''))
    faults[`address${first.number}`] = { kind: 'address-missing' };
  const phone = readPhone(text('phone'), country);
  const priority = readPriority(text('priority'));
  if (Object.keys(faults).length > 0 || phone === undefined || priority === undefined)
    return { form: undefined, faults };
  const { serial, mac } = unitMarks(values);
  return {
    faults,
    form: {
      contact: {
        name: text('name').replace(/\s+/g, ' '),
        phone,
        mail: orNull(text('mail')),
        exceptionBy: null,
      },
      offices: offices.map(({ name, address }) => ({ name, address: orNull(address) })),
      unit: { serial: serial ?? null, mac: mac ?? null, affected: readCount(text('units')) ?? null },
      symptoms: text('symptoms'),
      tried: text('tried'),
      priority,
    },
  };
}

/** The unit that is named, as far as it can be read. */
export function unitMarks(values: FormValues): { serial: string | undefined; mac: string | undefined } {
  const mac = readMac(values['mac'] ?? '');
  return { serial: readSerial(values['serial'] ?? ''), mac: mac.ok ? mac.mac : undefined };
}

/** The first line of what is wrong, short enough for a list. */
export function summaryOf({ symptoms }: Pick<RegisteredForm, 'symptoms'>): string {
  return cutText(symptoms.split('\n', 1)[0] ?? '', summaryLength);
}

/** A number as the desk's country writes it, or with its country code, as E.164. */
export function readPhone(text: string, country: string): string | undefined {
  return readNationalNumber(text.trim().replace(/^00/, '+'), country);
}

function isMail(text: string): boolean {
  return /^[^@\s<>,;"]+@[^@\s<>,;".]+(\.[^@\s<>,;".]+)+$/.test(text);
}

function readCount(text: string): number | undefined {
  const count = /^\d{1,5}$/.test(text) ? Number(text) : undefined;
  return count !== undefined && count >= 1 && count <= mostUnits ? count : undefined;
}

function readPriority(text: string): Priority | undefined {
  return priorities.find((priority) => priority === text);
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
