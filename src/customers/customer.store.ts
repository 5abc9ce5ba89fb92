import type { Queryable } from '../database/index.ts';

/** The name of a customer; undefined when the case has none. */
export async function customerName(db: Queryable, key: string | null): Promise<string | undefined> {
  if (key === null) return undefined;
  const { rows } = await db.query<{ name: string }>('SELECT name FROM customer WHERE key = $1', [key]);
  return rows[0]?.name;
}

/** Customers' contacts who may call, for the simulated phones. */
export async function knownCallers(
  db: Queryable,
): Promise<{ key: string; name: string; role: 'customer'; number: string }[]> {
  const { rows } = await db.query<{ key: string; name: string; role: 'customer'; number: string }>(
    `SELECT c.key || ' ' || k.phone AS key, k.name || ', ' || c.name AS name, 'customer' AS role, k.phone AS number
     FROM customer_contact k JOIN customer c ON c.key = k.customer ORDER BY c.name, k.name LIMIT 50`,
  );
  return rows;
}

/** The mail address of the contact of a customer who has this number; undefined where none is known. */
export async function mailOfContact(
  db: Queryable,
  customer: string,
  number: string,
): Promise<string | undefined> {
  const { rows } = await db.query<{ email: string | null }>(
    'SELECT email FROM customer_contact WHERE customer = $1 AND phone = $2 AND email IS NOT NULL LIMIT 1',
    [customer, number],
  );
  return rows[0]?.email ?? undefined;
}
