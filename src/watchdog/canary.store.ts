import type { Queryable } from '../database/index.ts';
import type { CarrierName } from '../telephony/index.ts';

const KEPT_MS = 30 * 24 * 3_600_000;
/** A call that comes in later than this after a canary left is somebody else's. */
const LIVE_MS = 2 * 60_000;

export interface Canary {
  id: string;
  channel: 'sms' | 'voice';
  /** The one that it went out by. */
  carrier: CarrierName;
  to: string;
  cameBack: boolean;
  /** The carrier has reported, by itself, that it went out. */
  reported: boolean;
  /** No later one of its channel and sender has come back; such a one shows that the way is whole again. */
  isNewest: boolean;
}

export async function readCanary(db: Queryable, id: string): Promise<Canary | undefined> {
  const { rows } = await db.query<Canary>(
    `SELECT c.id, c.channel, coalesce(t.carrier, l.carrier) AS carrier, c.to_number AS "to", c.came_back_at IS NOT NULL AS "cameBack",
       coalesce(t.status IN ('sent', 'delivered'), l.answered_at IS NOT NULL, false) AS reported,
       NOT EXISTS (SELECT 1 FROM canary o WHERE o.channel = c.channel AND o.from_number = c.from_number
         AND o.sent_at > c.sent_at AND o.came_back_at IS NOT NULL) AS "isNewest"
     FROM canary c LEFT JOIN text_message t ON t.id = c.text_id LEFT JOIN call l ON l.id = c.call_id
     WHERE c.id = $1`,
    [id],
  );
  return rows[0];
}

/** A text with this code has come in at one of our numbers; true when it was one of ours. */
export async function textCameBack(db: Queryable, code: string, at: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE canary SET came_back_at = coalesce(came_back_at, $2) WHERE code = $1 AND channel = 'sms'`,
    [code, at],
  );
  return (rowCount ?? 0) > 0;
}

/**
 * A call from one of our numbers to another has come in: the canary that left last between them, if one is under way.
 * Nobody else can call with a number of ours, but for somebody who forges it; what they would get is a call that ends.
 */
export async function callCameBack(db: Queryable, from: string, to: string, at: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE canary SET came_back_at = coalesce(came_back_at, $3) WHERE id = (
       SELECT c.id FROM canary c JOIN call l ON l.id = c.call_id
       WHERE c.channel = 'voice' AND c.from_number = $1 AND c.to_number = $2 AND c.sent_at > $4
         AND (l.ended_at IS NULL OR l.ended_at > $3)
       ORDER BY c.sent_at DESC LIMIT 1)`,
    [from, to, at, new Date(at.getTime() - LIVE_MS)],
  );
  return (rowCount ?? 0) > 0;
}

export async function forgetOldCanaries(db: Queryable, now: Date): Promise<void> {
  await db.query('DELETE FROM canary WHERE sent_at < $1', [new Date(now.getTime() - KEPT_MS)]);
}
