import { sqlStateOf, type Queryable } from '../database/index.ts';

const DEADLOCK = '40P01';

/** True when the report is in the books, or says nothing new; false when it needs the long way. */
type Settled = Promise<boolean>;

const TEXT_RANK = `ARRAY['due', 'sending', 'lost', 'queued', 'sent', 'delivered']`;
const TEXT = `
  WITH m AS (
    UPDATE text_message SET carrier_id = $2, status = $3,
      settled_at = CASE WHEN $3 = 'delivered' THEN $4 ELSE settled_at END
    WHERE id = $1::uuid AND status <> 'lost' AND beside_page IS NULL AND coalesce(carrier_id, $2) = $2
      AND array_position(${TEXT_RANK}, status) < array_position(${TEXT_RANK}, $3) RETURNING id),
  p AS (
    UPDATE page SET carrier_id = coalesce(carrier_id, $2),
      status = CASE WHEN status IN ('due', 'sending', 'sent') AND settled_at IS NULL THEN $5 ELSE status END
    WHERE text_id IN (SELECT id FROM m) RETURNING id),
  e AS (INSERT INTO page_event (page_id, at, event, data)
    SELECT id, $4, $6, jsonb_build_object('carrierId', $2::text) FROM p WHERE $6::text IS NOT NULL)
  SELECT EXISTS (SELECT 1 FROM m) OR EXISTS (
    SELECT 1 FROM text_message WHERE id = $1::uuid AND carrier_id = $2
      AND array_position(${TEXT_RANK}, status) >= array_position(${TEXT_RANK}, $3)) AS settled`;

/** A text has come as far as `status`: nearly every callback of a text, in one statement. */
export async function textCameTo(
  db: Queryable,
  id: string,
  carrierId: string,
  status: 'queued' | 'sent' | 'delivered',
  at: Date,
): Settled {
  const pageStatus = status === 'delivered' ? 'delivered' : 'sent';
  const event = { queued: null, sent: 'at-carrier', delivered: 'delivered' }[status];
  return settle(db, 'text-came-to', TEXT, [id, carrierId, status, at, pageStatus, event]);
}

// The carrier's id stands on these lines too: where its answer was lost, they are the first that tell it.
const CALL_RANK = `ARRAY['due', 'sending', 'lost', 'queued', 'ringing', 'in-progress']`;
const CALL = `
  WITH c AS (
    UPDATE call SET carrier_id = $2, status = $3, sequence = greatest(sequence, $5::int)
    WHERE id = $1::uuid AND ended_at IS NULL AND status <> 'lost' AND coalesce(carrier_id, $2) = $2
      AND array_position(${CALL_RANK}, status) < array_position(${CALL_RANK}, $3)
      AND ($5::int < 0 OR $5::int > sequence) RETURNING id, purpose),
  p AS (
    UPDATE page SET carrier_id = coalesce(carrier_id, $2), status = 'ringing'
    WHERE $3 = 'ringing' AND call_id IN (SELECT id FROM c WHERE purpose = 'page') AND settled_at IS NULL
      AND status IN ('due', 'sending', 'sent') RETURNING id),
  q AS (
    UPDATE page SET carrier_id = $2
    WHERE $3 = 'queued' AND call_id IN (SELECT id FROM c WHERE purpose = 'page') AND carrier_id IS NULL),
  pe AS (INSERT INTO page_event (page_id, at, event, data)
    SELECT id, $4, 'rang', jsonb_build_object('carrierId', $2::text) FROM p),
  ce AS (INSERT INTO call_event (call_id, at, event) SELECT id, $4, $3 FROM c)
  SELECT EXISTS (SELECT 1 FROM c) OR EXISTS (
    SELECT 1 FROM call WHERE id = $1::uuid AND carrier_id = $2 AND (ended_at IS NOT NULL
      OR array_position(${CALL_RANK}, status) >= array_position(${CALL_RANK}, $3))) AS settled`;

/** A leg is queued or rings: the callbacks from which nothing follows but a line on the receipt, in one statement. */
export async function callCameTo(
  db: Queryable,
  id: string,
  carrierId: string,
  status: 'queued' | 'ringing',
  at: Date,
  sequence: number | undefined,
): Settled {
  return settle(db, 'call-came-to', CALL, [id, carrierId, status, at, sequence ?? -1]);
}

async function settle(db: Queryable, name: string, text: string, values: unknown[]): Settled {
  try {
    const { rows } = await db.query<{ settled: boolean }>({ name, text, values });
    return rows[0]?.settled === true;
  } catch (error) {
    if (sqlStateOf(error) === DEADLOCK) return false;
    throw error;
  }
}
