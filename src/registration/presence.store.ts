import { and, asc, eq, gte, ne } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import type { Writer } from './fields.ts';
import { registrationPresence } from './tables.ts';

/** Somebody who has the form of a case open. */
export interface Present {
  name: string;
  /** The field they are in. */
  field: string | undefined;
}

/** A page says again every ten seconds that it is open: whoever has not for so long is gone. */
const presentForMs = 25_000;

/** Notes that somebody has the form open, in a field or in none. True when that is news to the others. */
export async function notePresence(
  db: Queryable,
  caseId: string,
  by: Writer,
  field: string | undefined,
  now: Date,
): Promise<boolean> {
  const { rows } = await db.query<{ field: string | null; seen_at: Date }>(
    'SELECT field, seen_at FROM registration_presence WHERE case_id = $1 AND account = $2',
    [caseId, by.accountId],
  );
  await db.query(
    `INSERT INTO registration_presence (case_id, account, name, field, seen_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (case_id, account) DO UPDATE SET name = excluded.name, field = excluded.field, seen_at = excluded.seen_at`,
    [caseId, by.accountId, by.name, field ?? null, now],
  );
  const [before] = rows;
  return before === undefined || before.field !== (field ?? null) || before.seen_at < since(now);
}

/** Everybody else who has the form open. */
export async function othersPresent(
  db: Database,
  caseId: string,
  accountId: string,
  now: Date,
): Promise<Present[]> {
  const { account, field, name, seenAt } = registrationPresence;
  const rows = await db
    .select({ name, field })
    .from(registrationPresence)
    .where(and(eq(registrationPresence.caseId, caseId), ne(account, accountId), gte(seenAt, since(now))))
    .orderBy(asc(name));
  return rows.map((row) => ({ name: row.name, field: row.field ?? undefined }));
}

/** The form is not open to be filled in any more. */
export async function endPresence(db: Database, caseId: string): Promise<void> {
  await db.delete(registrationPresence).where(eq(registrationPresence.caseId, caseId));
}

function since(now: Date): Date {
  return new Date(now.getTime() - presentForMs);
}
