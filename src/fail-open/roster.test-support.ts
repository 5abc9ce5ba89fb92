import type { PhoneNumber } from '../kernel/index.ts';
import type { ContactState, Responder, Roster } from '../people/index.ts';

/** Somebody with a voice number in that state; undefined: none. */
export function somebody(
  key: string,
  role: string,
  ending: string,
  state: ContactState | undefined = 'ok',
): Responder {
  const address = `+120255501${ending}` as PhoneNumber;
  const sms = { address, state: 'ok' as const };
  return {
    key,
    name: key[0]!.toUpperCase() + key.slice(1),
    language: 'en-US',
    roles: [role],
    contacts: state === undefined ? { sms } : { sms, voice: { address, state } },
  };
}

/** People on duty by their first role, in order. */
export function rosterOf(people: readonly Responder[], reserve: Responder[] = []): Roster {
  const duty: Record<string, Responder[]> = {};
  for (const person of people) (duty[person.roles[0]!] ??= []).push(person);
  return { duty, reserve };
}

export const [anna, bo, cleo, sal, sue] = [
  somebody('anna', 'senior-technician', '11'),
  somebody('bo', 'senior-technician', '12'),
  somebody('cleo', 'senior-technician', '13'),
  somebody('sal', 'sales', '14'),
  somebody('sue', 'supervisor', '15'),
] as const;
export const everybody = [anna, bo, cleo, sal, sue];
