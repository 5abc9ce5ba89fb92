import { and, asc, desc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import { dutyLeave, dutyListChange, dutyOverride, dutySchedule, dutySwap } from './tables.ts';

/** What was changed in a desk's duty by hand and is not over, by when it begins; leave is whoever's it is. */
export async function readChanges(db: Database, desk: string, now: Date) {
  const [schedules, overrides, leave, swaps] = await Promise.all([
    db.select().from(dutySchedule).where(eq(dutySchedule.desk, desk)).orderBy(asc(dutySchedule.validFrom)),
    db
      .select()
      .from(dutyOverride)
      .where(and(eq(dutyOverride.desk, desk), gt(dutyOverride.toAt, now), isNull(dutyOverride.withdrawnAt)))
      .orderBy(asc(dutyOverride.fromAt), asc(dutyOverride.id)),
    db
      .select()
      .from(dutyLeave)
      .where(and(gt(dutyLeave.toAt, now), isNull(dutyLeave.withdrawnAt)))
      .orderBy(asc(dutyLeave.fromAt), asc(dutyLeave.id)),
    db
      .select()
      .from(dutySwap)
      .where(
        and(
          eq(dutySwap.desk, desk),
          eq(dutySwap.status, 'asked'),
          or(gt(dutySwap.givesTo, now), gt(dutySwap.takesTo, now)),
        ),
      )
      .orderBy(asc(dutySwap.askedAt)),
  ]);
  return { schedules, overrides, leave, swaps };
}

/** A list of a role was changed by an import: who was on it, and who is since. */
export interface ListChange {
  role: string;
  before: string[];
  after: string[];
  changedAt: Date;
  changedBy: string;
}

const mostListChanges = 20;

/** The last changes of a desk's duty lists, the newest first. */
export async function readListChanges(db: Database, desk: string): Promise<ListChange[]> {
  return db
    .select()
    .from(dutyListChange)
    .where(eq(dutyListChange.desk, desk))
    .orderBy(desc(dutyListChange.changedAt), asc(dutyListChange.role))
    .limit(mostListChanges);
}

/**
 * What has been changed in a desk's duty since then, overrides and leave that were made or taken back and schedules that were
 * set: which time each has altered, and when it was done.
 */
export async function changesSince(
  db: Queryable,
  desk: string,
  since: Date,
): Promise<{ from: Date; to: Date; at: Date }[]> {
  const { rows } = await db.query<{ from: Date; to: Date | null; at: Date }>(
    `SELECT from_at AS "from", to_at AS "to", greatest(made_at, withdrawn_at) AS at FROM duty_override
       WHERE desk = $1 AND greatest(made_at, withdrawn_at) >= $2
     UNION ALL SELECT from_at, to_at, greatest(made_at, withdrawn_at) FROM duty_leave
       WHERE greatest(made_at, withdrawn_at) >= $2
     UNION ALL SELECT valid_from, NULL, set_at FROM duty_schedule WHERE desk = $1 AND set_at >= $2`,
    [desk, since],
  );
  return rows.map(({ from, to, at }) => ({ from, to: to ?? FAR_AHEAD, at }));
}

/** What is in force until something else is. */
const FAR_AHEAD = new Date(8_640_000_000_000_000);
