import { eq, type InferSelectModel } from 'drizzle-orm';
import type { Case } from '../cases/index.ts';
import type { Database } from '../database/index.ts';
import type { WorkState } from './steps.ts';
import { caseWork } from './tables.ts';

type Work = Omit<InferSelectModel<typeof caseWork>, 'caseId'>;

const NOTHING: Work = {
  startedAt: null,
  waitingSince: null,
  waitingFor: null,
  waitingUntil: null,
  assessment: null,
  shippedAt: null,
  receivedAt: null,
  returnedAt: null,
  outOfScopeAt: null,
  closingCode: null,
};

/** How far the work on a case has come; nothing was done: everything in it is null. */
export async function workOf(db: Database, of: Pick<Case, 'id' | 'status'>): Promise<WorkState & Work> {
  const [row] = await db.select().from(caseWork).where(eq(caseWork.caseId, of.id));
  return { ...NOTHING, ...row, status: of.status };
}

/** Writes what has changed. */
export async function changeWork(db: Database, caseId: string, change: Partial<Work>): Promise<void> {
  // In two: what is only changed need not stand as a row of its own.
  await db.insert(caseWork).values({ caseId }).onConflictDoNothing();
  await db.update(caseWork).set(change).where(eq(caseWork.caseId, caseId));
}
