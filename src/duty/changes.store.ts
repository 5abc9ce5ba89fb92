import { and, asc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Database } from '../database/index.ts';
import { dutyLeave, dutyOverride, dutySchedule, dutySwap } from './tables.ts';

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
