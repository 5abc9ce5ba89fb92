import type { Queryable } from '../../database/index.ts';
import { addLeave, loadVersions, setSchedule } from '../../duty/index.ts';
import { enqueue } from '../../engine/index.ts';
import type { Existing, StoredCustomer, StoredPerson, StoredSeat } from './existing.ts';
import { numbersOf, type ImportPlan } from './plan.ts';
import { writeCustomers } from './write-customers.store.ts';

/** Any number that nothing else of ours locks. */
const importLock = 4_747_002;

/** Lets one import at a time work, until the transaction ends. */
export async function lockImports(tx: Queryable): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [importLock]);
}

export async function hasPeople(tx: Queryable): Promise<boolean> {
  const { rows } = await tx.query<{ found: boolean }>('SELECT EXISTS (SELECT FROM person) AS found');
  return rows[0]?.found === true;
}

/** What is there already: all people with their numbers, all duty, and the customers of these keys. */
export async function loadExisting(tx: Queryable, customerKeys: readonly string[]): Promise<Existing> {
  const people = await tx.query<StoredPerson>(`
    SELECT key, name, roles, email, language, quiet,
      coalesce((SELECT jsonb_object_agg(channel, jsonb_build_object('address', address, 'state', state,
                  'lines', lines, 'isVerified', verified_at IS NOT NULL))
                FROM contact_method WHERE person = key), '{}') AS contacts
    FROM person ORDER BY key`);
  const duty = await tx.query<StoredSeat>(
    'SELECT desk, role, person FROM duty ORDER BY desk, role, position',
  );
  const customers = await tx.query<StoredCustomer>(
    `SELECT key, name, desks, contract,
       coalesce((SELECT jsonb_agg(jsonb_build_object('name', c.name, 'phone', c.phone, 'email', c.email,
                   'approved', c.approved, 'approvedBy', c.approved_by))
                 FROM customer_contact c WHERE c.customer = customer.key), '[]') AS contacts,
       coalesce((SELECT jsonb_agg(jsonb_build_object('name', o.name, 'address', o.address))
                 FROM customer_office o WHERE o.customer = customer.key), '[]') AS offices,
       coalesce((SELECT jsonb_agg(jsonb_build_object('serial', u.serial, 'mac', u.mac, 'model', u.model,
                   'warrantyUntil', u.warranty_until, 'office', u.office))
                 FROM customer_unit u WHERE u.customer = customer.key), '[]') AS units
     FROM customer WHERE key = ANY ($1)`,
    [customerKeys],
  );
  return {
    people: new Map(people.rows.map((row) => [row.key, row])),
    duty: duty.rows,
    schedules: await loadVersions(tx),
    customers: new Map(customers.rows.map((row) => [row.key, row])),
  };
}

/**
 * Writes what the plan says. Run it in the transaction in which the plan was made, under the lock.
 * @returns which of the schedules and of the leave were not there already.
 */
export async function applyImport(
  tx: Queryable,
  plan: ImportPlan,
  { by, now }: { by: string; now: Date },
): Promise<NewDuty> {
  await writePeople(tx, [...plan.people.added, ...plan.people.changed], now);
  await writeDuty(tx, plan.duty, { by, now });
  await writeCustomers(tx, [...plan.customers.added, ...plan.customers.changed]);
  const hand = { by: 'import', now };
  const written: NewDuty = { schedules: [], leave: [] };
  for (const schedule of plan.schedules)
    if (await setSchedule(tx, schedule, hand)) written.schedules.push(schedule);
  for (const leave of plan.leave) if (await addLeave(tx, leave, hand)) written.leave.push(leave);
  return written;
}

/** The schedules and the leave that an import has written. */
export type NewDuty = Pick<ImportPlan, 'schedules' | 'leave'>;

async function writePeople(tx: Queryable, people: ImportPlan['people']['added'], now: Date): Promise<void> {
  await tx.query(
    `INSERT INTO person (key, name, roles, email, language)
     SELECT * FROM jsonb_to_recordset($1) AS p (key text, name text, roles text[], email text, language text)
     ON CONFLICT (key) DO UPDATE SET name = excluded.name, roles = excluded.roles, email = excluded.email,
       language = excluded.language`,
    [JSON.stringify(people)],
  );
  await tx.query(
    `UPDATE person SET quiet = n.quiet FROM jsonb_to_recordset($1) AS n (key text, quiet text) WHERE n.key = person.key`,
    [JSON.stringify(people.filter(({ quiet }) => quiet !== undefined))],
  );
  const numbers = people.flatMap((person) =>
    numbersOf(person).map((number) => ({ person: person.key, ...number })),
  );
  const rows = JSON.stringify(numbers);
  await tx.query(
    `DELETE FROM contact_method m WHERE person = ANY ($1) AND NOT EXISTS (
       SELECT FROM jsonb_to_recordset($2) AS n (person text, channel text)
       WHERE n.person = m.person AND n.channel = m.channel)`,
    [people.map(({ key }) => key), rows],
  );
  await noteReplaced(tx, rows, now);
  // The same number keeps what was found out about it; nothing is known of another one.
  await tx.query(
    `INSERT INTO contact_method (person, channel, address, lines)
     SELECT * FROM jsonb_to_recordset($1) AS n (person text, channel text, address text, lines integer)
     ON CONFLICT (person, channel) DO UPDATE SET address = excluded.address, lines = excluded.lines, state = 'ok',
       state_reason = NULL, state_since = NULL, verified_at = NULL
     WHERE contact_method.address <> excluded.address`,
    [rows],
  );
  await tx.query(
    `UPDATE contact_method m SET lines = n.lines
     FROM jsonb_to_recordset($1) AS n (person text, channel text, lines integer)
     WHERE n.person = m.person AND n.channel = m.channel AND n.lines <> m.lines`,
    [rows],
  );
}

/** The kind of the tasks by which somebody is told that a number which they had verified is replaced. */
export const replacedNumberNews = 'contact.replaced';

/** Whoever had verified the number that another takes the place of is told, by the service: a file may be an old one. */
async function noteReplaced(tx: Queryable, numbers: string, now: Date): Promise<void> {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO replaced_number (id, person, channel, before, after, replaced_at)
     SELECT gen_random_uuid(), m.person, m.channel, m.address, n.address, $2
     FROM contact_method m JOIN jsonb_to_recordset($1) AS n (person text, channel text, address text)
       ON n.person = m.person AND n.channel = m.channel
     WHERE m.address <> n.address AND m.verified_at IS NOT NULL
     RETURNING id`,
    [numbers, now],
  );
  const tasks = rows.map(({ id }) => ({
    ...{ kind: replacedNumberNews, key: `${replacedNumberNews}:${id}`, subject: id },
    ...{ priority: 7, dueAt: now },
  }));
  await enqueue(tx, tasks, now);
}

/** What the lists of a file are in the place of stands beside them from then on: a list itself says only who is on duty now. */
async function writeDuty(
  tx: Queryable,
  lists: ImportPlan['duty'],
  { by, now }: { by: string; now: Date },
): Promise<void> {
  await tx.query(
    `INSERT INTO duty_list_change (id, desk, role, before, after, changed_at, changed_by)
     SELECT gen_random_uuid(), l.desk, l.role, b.people, l.people, $2, $3
     FROM jsonb_to_recordset($1) AS l (desk text, role text, people text[]),
       LATERAL (SELECT coalesce(array_agg(person ORDER BY position), '{}') AS people FROM duty d
         WHERE d.desk = l.desk AND d.role = l.role) b
     WHERE b.people <> l.people`,
    [JSON.stringify(lists), now, by],
  );
  await tx.query(
    `DELETE FROM duty d USING jsonb_to_recordset($1) AS l (desk text, role text)
     WHERE d.desk = l.desk AND d.role = l.role`,
    [JSON.stringify(lists)],
  );
  const seats = lists.flatMap(({ desk, role, people }) =>
    people.map((person, position) => ({ desk, role, position, person })),
  );
  await tx.query(
    `INSERT INTO duty (desk, role, position, person)
     SELECT * FROM jsonb_to_recordset($1) AS s (desk text, role text, position integer, person text)`,
    [JSON.stringify(seats)],
  );
}
