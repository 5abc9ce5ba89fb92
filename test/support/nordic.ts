import type { Customer, Desk } from './caller.ts';
import { desks } from './caller.ts';
import { karin, nils, nordicPeople, ulla, vaxel, type TestPerson } from './people.ts';
import { NORDIC_NUMBER, type WorldOptions } from './world.ts';

export const MARIA = '+46701740650';

/** Thursday 12 November 2026, Stockholm time. */
export const TEN_IN_THE_MORNING = new Date('2026-11-12T09:00:00Z');
export const TWO_AT_NIGHT = new Date('2026-11-12T01:00:00Z');

/** The Swedish desk alone, with its people. */
export function nordicDesks(): (options?: WorldOptions) => Promise<Desk> {
  const opens = desks();
  return (options) => opens({ desks: ['dvnordic'], people: nordicPeople, at: TWO_AT_NIGHT, ...options });
}

/** A customer who calls the desk, and has heard the first words. */
export async function callsNordic(desk: Desk, number = MARIA, seconds = 6): Promise<Customer> {
  const customer = desk.customer(number);
  await customer.calls(NORDIC_NUMBER);
  await desk.passes(seconds);
  return customer;
}

export const phoneOf = (desk: Desk, person: TestPerson) => desk.phones.telephone(person.voice!);

/** Picks up, hears who calls, and takes the call. */
export async function takesTheCall(desk: Desk, person: TestPerson): Promise<void> {
  phoneOf(desk, person).answer();
  await desk.passes(2);
  phoneOf(desk, person).press('1');
  await desk.passes(6);
}

/** Who is asked at this moment: their phones ring, or are at a call. */
export function calledNow(desk: Desk): string[] {
  return [ulla, vaxel, nils, karin]
    .filter((person) => phoneOf(desk, person).call !== null)
    .map(({ key }) => key);
}

/** How many calls a person's phone has had. */
export const callsTo = (desk: Desk, person: TestPerson) => phoneOf(desk, person).calls.length;

/** Whether anybody past the operators has been called or texted. */
export function technicianWasAsked(desk: Desk): boolean {
  return [nils, karin].some((person) => {
    const phone = phoneOf(desk, person);
    return phone.calls.length > 0 || phone.texts.length > 0;
  });
}

/** Maria is a named contact whose customer lets her register cases. */
export async function approveMaria({ database: { pool } }: Desk): Promise<void> {
  await pool.query(`INSERT INTO customer (key, name) VALUES ('kommunen', 'Norrby kommun')`);
  await pool.query(
    `INSERT INTO customer_contact (customer, name, phone, approved, approved_by, approved_at) VALUES ('kommunen', 'Maria Sjö', $1, true, 'the test', now())`,
    [MARIA],
  );
}
