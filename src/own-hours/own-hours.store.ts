import { and, eq, isNull } from 'drizzle-orm';
import type { HoursException } from '../coverage/index.ts';
import { brokenConstraintOf, transaction, type Database, type Queryable } from '../database/index.ts';
import { newId } from '../kernel/index.ts';
import { exceptionOf, type OwnHours } from './hours-with.ts';
import type { SetDate } from './read-date.ts';
import { ownHours } from './tables.ts';

/** A night that began the evening before is still worked, wherever the desk lies. */
const pastMs = 3 * 86_400_000;

interface InForce {
  desk: string;
  date: string;
  spans: string[];
  why: string;
}

/** What is in force from `now` on, of all desks: few rows, asked for together with other things. */
export async function loadOwnHours(db: Queryable, now: Date): Promise<OwnHours> {
  const { rows } = await db.query<InForce>({
    name: 'own-hours',
    text: `SELECT desk, date::text, spans, why FROM own_hours WHERE removed_at IS NULL AND date >= $1::date`,
    values: [new Date(now.getTime() - pastMs).toISOString().slice(0, 10)],
  });
  const own = new Map<string, HoursException[]>();
  for (const row of rows) {
    const read = exceptionOf(row);
    if (read) own.set(row.desk, [...(own.get(row.desk) ?? []), read]);
  }
  return own;
}

/** A date as the console lists it. */
export interface OwnDate extends InForce {
  id: string;
  setBy: string;
  setAt: Date;
  removedBy: string | null;
  removedAt: Date | null;
}

/** Dates set by people, those in force first and by date, then what was taken back, the latest first. */
export async function listOwnDates(db: Queryable, since: Date): Promise<OwnDate[]> {
  const { rows } = await db.query<OwnDate>(
    `SELECT id, desk, date::text, spans, why, set_by AS "setBy", set_at AS "setAt", removed_by AS "removedBy",
       removed_at AS "removedAt"
     FROM own_hours WHERE date >= $1::date ORDER BY removed_at DESC NULLS FIRST, date, desk LIMIT 1000`,
    [since.toISOString().slice(0, 10)],
  );
  return rows;
}

/** Sets a date; what was set for it before is taken back, and stays to be read. */
export async function setOwnDate(
  db: Database,
  now: Date,
  by: string,
  { desk, date, spans, why }: SetDate & { desk: string },
): Promise<void> {
  try {
    await transaction(db, async (tx) => {
      await tx
        .update(ownHours)
        .set({ removedBy: by, removedAt: now })
        .where(and(eq(ownHours.desk, desk), eq(ownHours.date, date), isNull(ownHours.removedAt)));
      await tx
        .insert(ownHours)
        .values({ id: newId(now), desk, date, spans: [...spans], why, setBy: by, setAt: now });
    });
  } catch (error) {
    // Somebody else has set it in the same moment: theirs is taken back as any earlier one is.
    if (brokenConstraintOf(error) !== 'own_hours_in_force') throw error;
    await setOwnDate(db, now, by, { desk, date, spans, why });
  }
}

/** Takes a date back: the script decides on it again. False when it is not in force. */
export async function removeOwnDate(db: Queryable, now: Date, by: string, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'UPDATE own_hours SET removed_by = $2, removed_at = $3 WHERE id = $1 AND removed_at IS NULL',
    [id, by, now],
  );
  return (rowCount ?? 0) > 0;
}
