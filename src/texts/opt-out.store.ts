import { eq } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import { textOptOut } from './tables.ts';

/** Somebody who is not one of ours wants no texts from us; said again, it counts from then. */
export async function noteOptOut(db: Database, number: string, at: Date): Promise<void> {
  await db
    .insert(textOptOut)
    .values({ number, at })
    .onConflictDoUpdate({ target: textOptOut.number, set: { at } });
}

/** They want texts again. */
export async function takeBackOptOut(db: Database, number: string): Promise<void> {
  await db.delete(textOptOut).where(eq(textOptOut.number, number));
}

/** Whether whoever has this phone wants no texts, a customer or one of ours. */
export async function hasOptedOut(db: Queryable, number: string): Promise<boolean> {
  const { rows } = await db.query<{ out: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM text_opt_out WHERE number = $1)
       OR EXISTS (SELECT 1 FROM contact_method WHERE address = $1 AND channel = 'sms' AND state = 'opted-out') AS out`,
    [number],
  );
  return rows[0]?.out === true;
}
