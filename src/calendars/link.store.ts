import { eq } from 'drizzle-orm';
import { newSecret } from '../accounts/index.ts';
import { transaction, type Database } from '../database/index.ts';
import { calendarLink } from './tables.ts';

/** Whose shifts a link shows. */
export type LinkOf = { person: string } | { desk: string };

/** A link to a calendar, as its owner sees it. */
export interface CalendarLink {
  secret: string;
  madeAt: Date;
  madeBy: string;
  /** Undefined: no program has asked for it yet. */
  lastReadAt: Date | undefined;
}

const touchEveryMs = 3_600_000;

const ownerIs = (of: LinkOf) =>
  'person' in of ? eq(calendarLink.person, of.person) : eq(calendarLink.desk, of.desk);

/** The link that works; undefined where none was made. */
export async function readLink(db: Database, of: LinkOf): Promise<CalendarLink | undefined> {
  const [row] = await db.select().from(calendarLink).where(ownerIs(of));
  return row && { ...row, lastReadAt: row.lastReadAt ?? undefined };
}

/** Makes a link; the one before it works no more from then on. */
export async function renewLink(db: Database, of: LinkOf, hand: { by: string; now: Date }): Promise<void> {
  await transaction(db, async (tx) => {
    await tx.delete(calendarLink).where(ownerIs(of));
    const owner = 'person' in of ? { person: of.person } : { desk: of.desk };
    await tx
      .insert(calendarLink)
      .values({ secret: newSecret(), ...owner, madeAt: hand.now, madeBy: hand.by })
      .onConflictDoNothing();
  });
}

/** Ends a link; nothing is in its place. */
export async function removeLink(db: Database, of: LinkOf): Promise<void> {
  await db.delete(calendarLink).where(ownerIs(of));
}

/** Whose shifts the link with this secret shows, and notes once an hour that it is read; undefined: nobody's. */
export async function ownerOfLink(db: Database, secret: string, now: Date): Promise<LinkOf | undefined> {
  const [row] = await db.select().from(calendarLink).where(eq(calendarLink.secret, secret));
  if (row === undefined) return undefined;
  if (row.lastReadAt === null || now.getTime() - row.lastReadAt.getTime() > touchEveryMs)
    await db.update(calendarLink).set({ lastReadAt: now }).where(eq(calendarLink.secret, secret));
  if (row.person !== null) return { person: row.person };
  return row.desk === null ? undefined : { desk: row.desk };
}
