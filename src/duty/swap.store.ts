import type { Queryable } from '../database/index.ts';
import { newId } from '../kernel/index.ts';
import { overridesOf, type AskedSwap } from './change.ts';
import { addOverride } from './override.store.ts';

/** Writes that somebody asks another for a swap; its id. Nothing changes until it is granted. */
export async function askSwap(db: Queryable, asked: Omit<AskedSwap, 'id'>, now: Date): Promise<string> {
  const { desk, role, askedBy, askedOf, gives, takes, why } = asked;
  const id = newId(now);
  await db.query(
    `INSERT INTO duty_swap (id, desk, role, asked_by, asked_of, gives_seat, gives_from, gives_to, takes_seat, takes_from,
       takes_to, why, status, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'asked', $13)`,
    [
      ...[id, desk, role, askedBy, askedOf, gives.seat, gives.from, gives.to],
      ...[takes?.seat ?? null, takes?.from ?? null, takes?.to ?? null, why, now],
    ],
  );
  return id;
}

interface SwapRow {
  id: string;
  desk: string;
  role: string;
  asked_by: string;
  asked_of: string;
  gives_seat: string;
  gives_from: Date;
  gives_to: Date;
  takes_seat: string | null;
  takes_from: Date | null;
  takes_to: Date | null;
  why: string;
}

/**
 * Locks a swap that waits for its answer; undefined when there is none, or it was answered. Run it in the transaction that
 * answers it: of two who answer at once the first counts.
 */
export async function lockSwap(tx: Queryable, id: string): Promise<AskedSwap | undefined> {
  const { rows } = await tx.query<SwapRow>(
    `SELECT * FROM duty_swap WHERE id::text = $1 AND status = 'asked' FOR UPDATE`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { takes_seat: seat, takes_from: from, takes_to: to } = row;
  return {
    ...{ id: row.id, desk: row.desk, role: row.role, why: row.why },
    ...{ askedBy: row.asked_by, askedOf: row.asked_of },
    gives: { seat: row.gives_seat, from: row.gives_from, to: row.gives_to },
    takes: seat !== null && from !== null && to !== null ? { seat, from, to } : undefined,
  };
}

/** Answers a locked swap; granted, it is in force at once. */
export async function answerSwap(
  tx: Queryable,
  swap: AskedSwap,
  status: 'granted' | 'refused' | 'withdrawn',
  hand: { by: string; now: Date },
): Promise<void> {
  await tx.query('UPDATE duty_swap SET status = $2, answered_at = $3 WHERE id = $1', [
    swap.id,
    status,
    hand.now,
  ]);
  if (status !== 'granted') return;
  for (const override of overridesOf(swap)) await addOverride(tx, override, hand);
}
