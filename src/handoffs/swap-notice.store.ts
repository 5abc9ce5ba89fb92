import { and, eq } from 'drizzle-orm';
import type { SwapStatus } from '../duty/index.ts';
import type { Unit } from '../service/index.ts';
import { swapNotice } from './tables.ts';

/** A step of a swap that one of the two is told of. */
export interface SwapStep {
  swap: string;
  person: string;
  step: SwapStatus;
}

/** Takes it for this transaction. False when another has told it, or does so just now. */
export async function claimStep({ db, now }: Unit, of: SwapStep): Promise<boolean> {
  const taken = await db
    .insert(swapNotice)
    .values({ ...of, toldAt: now })
    .onConflictDoNothing()
    .returning({ step: swapNotice.step });
  return taken.length > 0;
}

/** Whether somebody was told that a swap was asked of them. */
export async function wasAsked({ db }: Unit, of: Omit<SwapStep, 'step'>): Promise<boolean> {
  const told = await db
    .select({ step: swapNotice.step })
    .from(swapNotice)
    .where(and(eq(swapNotice.swap, of.swap), eq(swapNotice.person, of.person), eq(swapNotice.step, 'asked')));
  return told.length > 0;
}

/** Notes by which text and mail it was told. Run when those are written. */
export async function noteStepTold(
  { db }: Unit,
  { swap, person, step }: SwapStep,
  by: { textId?: string; mailId?: string },
): Promise<void> {
  await db
    .update(swapNotice)
    .set(by)
    .where(and(eq(swapNotice.swap, swap), eq(swapNotice.person, person), eq(swapNotice.step, step)));
}
