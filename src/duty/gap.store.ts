import { and, asc, eq, gt } from 'drizzle-orm';
import type { Database } from '../database/index.ts';
import { newId } from '../kernel/index.ts';
import type { Gap } from './gaps.ts';
import { dutyGap } from './tables.ts';

/** What was done when hours were left open. */
export type ChangeKind = 'override' | 'leave' | 'swap' | 'taken-back' | 'calendar';

/** Hours that somebody has left open knowingly, with why. */
export interface KeptGap extends Gap {
  change: ChangeKind;
  reason: string;
  openedAt: Date;
  openedBy: string;
}

/** Keeps why these hours were left open. Run it in the transaction of the change. */
export async function keepGaps(
  tx: Database,
  gaps: readonly Gap[],
  { change, reason, by, now }: { change: ChangeKind; reason: string; by: string; now: Date },
): Promise<void> {
  const rows = gaps.map(({ desk, role, problem, people, wanted, found, from, to }) => ({
    ...{ id: newId(now), desk, role, problem, people, wanted, found, fromAt: from, toAt: to },
    ...{ change, reason, openedAt: now, openedBy: by },
  }));
  if (rows.length > 0) await tx.insert(dutyGap).values(rows);
}

/** The hours of a desk that were left open knowingly and are not over, by time. */
export async function readKeptGaps(db: Database, desk: string, now: Date): Promise<KeptGap[]> {
  const rows = await db
    .select()
    .from(dutyGap)
    .where(and(eq(dutyGap.desk, desk), gt(dutyGap.toAt, now)))
    .orderBy(asc(dutyGap.fromAt), asc(dutyGap.id))
    .limit(200);
  return rows.map(({ fromAt, toAt, ...row }) => ({ ...row, from: fromAt, to: toAt }));
}
