import { asc, sql } from 'drizzle-orm';
import type { Database } from '../../database/index.ts';
import { readReach, type Reach } from '../../drills/index.ts';
import { loadDuty, type ContactState } from '../../people/index.ts';
import { defined } from './rows.ts';
import { contactMethod, person } from './tables.store.ts';

export interface ContactRow {
  readonly channel: 'voice' | 'sms';
  readonly address: string;
  readonly state: ContactState;
  readonly stateReason: string | undefined;
  readonly stateSince: Date | undefined;
  /** When a code that was sent there came back; undefined: nobody has shown whose it is. */
  readonly verifiedAt: Date | undefined;
  /** How many calls it takes at the same time. */
  readonly lines: number;
  /** What drills have shown of it. */
  readonly reach: Reach | undefined;
}

export interface PersonRow {
  readonly key: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly email: string | undefined;
  /** When texts that can wait do, as in 21:00-07:00. */
  readonly quiet: string | undefined;
  readonly contacts: readonly ContactRow[];
}

export interface DutyRow {
  readonly desk: string;
  readonly role: string;
  readonly person: PersonRow;
}

/**
 * Everybody who can be paged, by name, and who is on duty at `now`, by schedule or by list, in the order in which they are
 * asked.
 */
export async function readPeople(db: Database, now: Date): Promise<{ people: PersonRow[]; duty: DutyRow[] }> {
  const [people, contacts, seats, reach] = await Promise.all([
    db.select().from(person).orderBy(asc(person.name), asc(person.key)),
    db.select().from(contactMethod).orderBy(asc(contactMethod.channel)),
    readSeats(db, now),
    readReach(db.$client),
  ]);
  const rows = new Map(
    people.map((of) => [
      of.key,
      {
        ...defined(of),
        contacts: contacts
          .filter((contact) => contact.person === of.key)
          .map((contact) => ({
            ...defined(contact),
            reach: reach.find((one) => one.person === of.key && one.channel === contact.channel),
          })),
      },
    ]),
  );
  return {
    people: [...rows.values()],
    duty: seats.flatMap((seat) => {
      const of = rows.get(seat.person);
      return of === undefined ? [] : [{ desk: seat.desk, role: seat.role, person: of }];
    }),
  };
}

async function readSeats(db: Database, now: Date) {
  const { rows } = await db.execute<{ desk: string }>(
    sql`SELECT desk FROM duty UNION SELECT desk FROM duty_schedule ORDER BY desk`,
  );
  const rosters = await Promise.all(
    rows.map(async ({ desk }) => ({ desk, duty: (await loadDuty(db.$client, desk, now)).duty })),
  );
  return rosters.flatMap(({ desk, duty }) =>
    Object.entries(duty).flatMap(([role, people]) => people.map((of) => ({ desk, role, person: of.key }))),
  );
}

/** The responders by name, for a choice in a form. */
export async function readResponders(db: Database): Promise<{ key: string; name: string }[]> {
  return db.select({ key: person.key, name: person.name }).from(person).orderBy(asc(person.name));
}
