import { and, eq, type InferSelectModel } from 'drizzle-orm';
import type { Database } from '../database/index.ts';
import type { Unit } from '../service/index.ts';
import { paging } from './tables.ts';

export type Paging = InferSelectModel<typeof paging>;

/** The open paging of a case, locked: acceptance and the next round happen one after the other. */
export async function lockOpenPaging(db: Database, caseId: string): Promise<Paging | undefined> {
  const [found] = await db
    .select()
    .from(paging)
    .where(and(eq(paging.caseId, caseId), eq(paging.status, 'open')))
    .for('update');
  return found;
}

export async function pagingById(db: Database, id: string): Promise<Paging | undefined> {
  const [found] = await db.select().from(paging).where(eq(paging.id, id));
  return found;
}

export async function advanceRound(
  unit: Unit,
  pagingId: string,
  round: number,
  nextRoundAt: Date,
): Promise<void> {
  await unit.db
    .update(paging)
    .set({ round, roundBeganAt: unit.now, nextRoundAt })
    .where(eq(paging.id, pagingId));
}
