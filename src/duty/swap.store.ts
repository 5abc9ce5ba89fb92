import type { Queryable } from '../database/index.ts';
import { enqueue } from '../engine/index.ts';
import { newId } from '../kernel/index.ts';
import { overridesOf, type AskedSwap } from './change.ts';
import { addOverride } from './override.store.ts';

/** The kind of the tasks by which the two are told; their subject is the swap. */
export const swapNews = 'duty.swap';

export type SwapStatus = 'asked' | 'granted' | 'refused' | 'withdrawn';

/** Has the two told, by whichever process: a swap can be asked for at a command line too. */
async function tellSoon(tx: Queryable, swap: string, step: SwapStatus, now: Date): Promise<void> {
  const key = `${swapNews}:${swap}:${step}`;
  await enqueue(tx, [{ kind: swapNews, key, subject: swap, data: { step }, priority: 7, dueAt: now }], now);
}

/**
 * Writes that somebody asks another for a swap; its id. Nothing changes until it is granted. Run it in a transaction: that the
 * other is told is part of it.
 */
export async function askSwap(tx: Queryable, asked: Omit<AskedSwap, 'id'>, now: Date): Promise<string> {
  const { desk, role, askedBy, askedOf, gives, takes, why } = asked;
  const id = newId(now);
  await tx.query(
    `INSERT INTO duty_swap (id, desk, role, asked_by, asked_of, gives_seat, gives_from, gives_to, takes_seat, takes_from,
       takes_to, why, status, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'asked', $13)`,
    [
      ...[id, desk, role, askedBy, askedOf, gives.seat, gives.from, gives.to],
      ...[takes?.seat ?? null, takes?.from ?? null, takes?.to ?? null, why, now],
    ],
  );
  await tellSoon(tx, id, 'asked', now);
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
  return rows[0] && toSwap(rows[0]);
}

function toSwap(row: SwapRow): AskedSwap {
  const { takes_seat: seat, takes_from: from, takes_to: to } = row;
  return {
    ...{ id: row.id, desk: row.desk, role: row.role, why: row.why },
    ...{ askedBy: row.asked_by, askedOf: row.asked_of },
    gives: { seat: row.gives_seat, from: row.gives_from, to: row.gives_to },
    takes: seat !== null && from !== null && to !== null ? { seat, from, to } : undefined,
  };
}

/** A swap, and what has become of it; undefined when there is none of this id. */
export async function swapOf(
  db: Queryable,
  id: string,
): Promise<{ swap: AskedSwap; status: SwapStatus } | undefined> {
  const { rows } = await db.query<SwapRow & { status: SwapStatus }>('SELECT * FROM duty_swap WHERE id = $1', [
    id,
  ]);
  return rows[0] && { swap: toSwap(rows[0]), status: rows[0].status };
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
  await tellSoon(tx, swap.id, status, hand.now);
  if (status !== 'granted') return;
  for (const override of overridesOf(swap)) await addOverride(tx, override, hand);
}
