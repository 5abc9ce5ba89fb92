import { eq } from 'drizzle-orm';
import type { Database } from '../database/index.ts';
import { clientOf } from './client-address.ts';
import { waitBeforeTryMs } from './sign-in-limit.ts';
import { countFailure } from './sign-in.store.ts';
import { signInFailure } from './tables.ts';

const subjectOf = (address: string): string => `link:${clientOf(address)}`;

/** How many milliseconds an address that has asked for secret links of nobody's must still wait; 0: it may ask. */
export async function waitBeforeLinkMs(db: Database, now: Date, address: string): Promise<number> {
  const [row] = await db
    .select()
    .from(signInFailure)
    .where(eq(signInFailure.subject, subjectOf(address)));
  return waitBeforeTryMs('address', row, now);
}

/** Counts that an address has asked for a link of nobody's. */
export async function countWrongLink(db: Database, now: Date, address: string): Promise<void> {
  await countFailure(db, now, [subjectOf(address)]);
}
