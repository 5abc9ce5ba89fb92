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

/** Whether somebody was told that a swap was asked of them: not when the text alone told it, and still waits for its time. */
export async function wasAsked({ tx }: Unit, { swap, person }: Omit<SwapStep, 'step'>): Promise<boolean> {
  const { rows } = await tx.query(
    `SELECT FROM swap_notice n LEFT JOIN text_message t ON t.id = n.text_id
     WHERE n.swap = $1 AND n.person = $2 AND n.step = 'asked' AND (n.mail_id IS NOT NULL OR t.status <> 'due')`,
    [swap, person],
  );
  return rows.length > 0;
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
