import type { Queryable } from '../database/index.ts';

/** The name of a customer; undefined when the case has none. */
export async function customerName(db: Queryable, key: string | null): Promise<string | undefined> {
  if (key === null) return undefined;
  const { rows } = await db.query<{ name: string }>('SELECT name FROM customer WHERE key = $1', [key]);
  return rows[0]?.name;
}
