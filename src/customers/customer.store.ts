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
