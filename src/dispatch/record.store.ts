import type { Queryable } from '../database/index.ts';
import type { Task } from '../engine/index.ts';
import type { PlacedCall, PlacedText } from '../telephony/index.ts';
import { createGate } from './gate.ts';

/**
 * Of the pool's connections so many at most write down what the carrier has answered: in a burst of calls the pages of
 * the next caller go out before the receipts of the last.
 */
const RECORDS_AT_A_TIME = 3;
const recordsGate = createGate(RECORDS_AT_A_TIME);

/** True while somebody is still wanted for one of the pages that the call or text carries, or when it carries none. */
interface Wanted {
  wanted: boolean;
}

const CALL_PLACED = `
  WITH c AS (
    UPDATE call SET carrier_id = coalesce(carrier_id, $2),
      status = CASE WHEN status IN ('due', 'sending', 'lost') THEN $3 ELSE status END
    WHERE id = $1::uuid RETURNING id),
  p AS (
    UPDATE page SET carrier_id = $2, status = CASE WHEN status IN ('due', 'sending') THEN 'sent' ELSE status END
    WHERE call_id = $1::uuid RETURNING id, paging_id),
  e AS (INSERT INTO page_event (page_id, at, event, data)
    SELECT id, $4, 'sent', jsonb_build_object('carrierId', $2::text) FROM p),
  look AS (INSERT INTO task (kind, key, subject, due_at) SELECT 'call.look', 'call.look:' || id, id::text, $5 FROM c
    ON CONFLICT (key) DO UPDATE SET due_at = excluded.due_at, owner = NULL),
  t AS (DELETE FROM task WHERE id = $6 AND owner = $7 AND attempt = $8)
  SELECT NOT EXISTS (SELECT 1 FROM p) OR EXISTS (
    SELECT 1 FROM p JOIN paging g ON g.id = p.paging_id WHERE g.status = 'open') AS wanted`;

/** The carrier has taken a call: its id on the call and on the receipts, and the task done, in one statement. */
export async function recordPlaced(
  db: Queryable,
  callId: string,
  placed: PlacedCall,
  at: Date,
  lookAt: Date,
  task: Task,
): Promise<Wanted> {
  const { rows } = await recordsGate(() =>
    db.query<Wanted>({
      name: 'record-call-placed',
      text: CALL_PLACED,
      values: [callId, placed.carrierId, placed.status, at, lookAt, task.id, task.owner, task.attempt],
    }),
  );
  return rows[0]!;
}

const TEXT_SENT = `
  WITH m AS (
    UPDATE text_message SET carrier_id = coalesce(carrier_id, $2),
      status = CASE WHEN status IN ('due', 'sending', 'lost') THEN $3 ELSE status END
    WHERE id = $1::uuid RETURNING id),
  p AS (
    UPDATE page SET carrier_id = $2, status = CASE WHEN status IN ('due', 'sending') THEN 'sent' ELSE status END
    WHERE text_id = $1::uuid RETURNING id),
  e AS (INSERT INTO page_event (page_id, at, event, data)
    SELECT id, $4, 'sent', jsonb_build_object('carrierId', $2::text) FROM p)
  DELETE FROM task WHERE id = $5 AND owner = $6 AND attempt = $7`;

export async function recordSent(
  db: Queryable,
  textId: string,
  sent: PlacedText,
  at: Date,
  task: Task,
): Promise<void> {
  await recordsGate(() =>
    db.query({
      name: 'record-text-sent',
      text: TEXT_SENT,
      values: [textId, sent.carrierId, sent.status, at, task.id, task.owner, task.attempt],
    }),
  );
}
