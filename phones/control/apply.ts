import type { Fault } from '../faults/faults.ts';
import type { NumberSetup } from '../carrier/numbers.ts';
import type { Phones } from '../phones.ts';
import { faultsSchema, numbersSchema, peopleSchema, settingsSchema } from './schemas.ts';

/** Each throws a ZodError that says what is wrong with the body. */
export function applyFaults(phones: Phones, body: unknown) {
  const { set, add, remove } = faultsSchema.parse(body);
  if (set) phones.faults.set(set as Fault[]);
  (add as Fault[] | undefined)?.forEach((fault) => phones.faults.add(fault));
  remove?.forEach((id) => phones.faults.remove(id));
  return { faults: phones.faults.list() };
}

export function applySettings(phones: Phones, body: unknown) {
  const { settings } = phones.carrier;
  settings.callsPerSecond = settingsSchema.parse(body).callsPerSecond;
  phones.carrier.changed({ what: 'faults' });
  return { settings: { callsPerSecond: settings.callsPerSecond } };
}

export function applyPeople(phones: Phones, body: unknown) {
  phones.setPeople(peopleSchema.parse(body).people);
  return { ok: true };
}

export function applyNumbers(phones: Phones, body: unknown) {
  phones.setNumbers(numbersSchema.parse(body).numbers as NumberSetup[]);
  return { ok: true };
}
