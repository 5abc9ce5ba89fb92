import type { Queryable } from '../database/index.ts';
import { createGatherer } from './gather.ts';

/** True when the report is in the books, or says nothing new; false when it needs the long way. */
type Settled = Promise<boolean>;

interface Report {
  id: string;
  carrierId: string;
  status: string;
  at: Date;
  sequence: number;
}

const REPORTS = `
  WITH r AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($1::jsonb)
    AS t (id uuid, "carrierId" text, status text, at timestamptz, sequence int)),`;

// Nobody who has a row in their hands is waited for: a report whose row or page is somebody's just now goes the long way,
// and holds up no other. The pages are taken before anything is written, as everywhere. The ids stand in a list besides:
// PostgreSQL then goes by the indexes, where for a join it would read the tables.
const TEXT_RANK = `ARRAY['due', 'sending', 'lost', 'queued', 'sent', 'delivered']`;
const TEXTS = `${REPORTS}
  l AS MATERIALIZED (SELECT t.id FROM text_message t WHERE t.id = ANY($2::uuid[]) FOR NO KEY UPDATE SKIP LOCKED),
  pl AS MATERIALIZED (SELECT id FROM page WHERE text_id = ANY($2::uuid[]) FOR NO KEY UPDATE SKIP LOCKED),
  free AS MATERIALIZED (SELECT id FROM l WHERE id NOT IN (
    SELECT text_id FROM page WHERE text_id = ANY($2::uuid[]) AND page.id NOT IN (SELECT id FROM pl))),
  m AS (
    UPDATE text_message t SET carrier_id = r."carrierId", status = r.status,
      settled_at = CASE WHEN r.status = 'delivered' THEN r.at ELSE t.settled_at END
    FROM r WHERE t.id = r.id AND t.id = ANY($2::uuid[]) AND t.id IN (SELECT id FROM free)
      AND t.status <> 'lost' AND t.beside_page IS NULL AND coalesce(t.carrier_id, r."carrierId") = r."carrierId"
      AND array_position(${TEXT_RANK}, t.status) < array_position(${TEXT_RANK}, r.status) RETURNING t.id),
  p AS (
    UPDATE page SET carrier_id = coalesce(page.carrier_id, r."carrierId"),
      status = CASE WHEN page.status IN ('due', 'sending', 'sent') AND settled_at IS NULL
        THEN CASE WHEN r.status = 'delivered' THEN 'delivered' ELSE 'sent' END ELSE page.status END
    FROM r WHERE page.text_id = r.id AND page.text_id = ANY($2::uuid[]) AND r.id IN (SELECT id FROM m) RETURNING page.id, r.id AS text_id),
  e AS (INSERT INTO page_event (page_id, at, event, data)
    SELECT p.id, r.at, CASE WHEN r.status = 'sent' THEN 'at-carrier' ELSE r.status END,
      jsonb_build_object('carrierId', r."carrierId")
    FROM p JOIN r ON r.id = p.text_id WHERE r.status <> 'queued')
  SELECT r.id, r.id IN (SELECT id FROM m) OR coalesce(t.carrier_id = r."carrierId"
    AND array_position(${TEXT_RANK}, t.status) >= array_position(${TEXT_RANK}, r.status), false) AS settled
  FROM r LEFT JOIN text_message t ON t.id = r.id AND t.id = ANY($2::uuid[])`;

// The carrier's id stands on these lines too: where its answer was lost, they are the first that tell it.
const CALL_RANK = `ARRAY['due', 'sending', 'lost', 'queued', 'ringing', 'in-progress']`;
const CALLS = `${REPORTS}
  l AS MATERIALIZED (SELECT c.id FROM call c WHERE c.id = ANY($2::uuid[]) FOR NO KEY UPDATE SKIP LOCKED),
  pl AS MATERIALIZED (SELECT id FROM page WHERE call_id = ANY($2::uuid[]) FOR NO KEY UPDATE SKIP LOCKED),
  free AS MATERIALIZED (SELECT id FROM l WHERE id NOT IN (
    SELECT call_id FROM page WHERE call_id = ANY($2::uuid[]) AND page.id NOT IN (SELECT id FROM pl))),
  c AS (
    UPDATE call SET carrier_id = r."carrierId", status = r.status, sequence = greatest(call.sequence, r.sequence)
    FROM r WHERE call.id = r.id AND call.id = ANY($2::uuid[]) AND call.id IN (SELECT id FROM free)
      AND ended_at IS NULL AND call.status <> 'lost' AND coalesce(call.carrier_id, r."carrierId") = r."carrierId"
      AND array_position(${CALL_RANK}, call.status) < array_position(${CALL_RANK}, r.status)
      AND (r.sequence < 0 OR r.sequence > call.sequence)
    RETURNING call.id, purpose, r."carrierId", r.status AS told, r.at),
  p AS (
    UPDATE page SET carrier_id = coalesce(page.carrier_id, c."carrierId"), status = 'ringing'
    FROM c WHERE page.call_id = c.id AND page.call_id = ANY($2::uuid[]) AND c.told = 'ringing' AND c.purpose = 'page' AND settled_at IS NULL
      AND page.status IN ('due', 'sending', 'sent') RETURNING page.id, c."carrierId", c.at),
  q AS (
    UPDATE page SET carrier_id = c."carrierId"
    FROM c WHERE page.call_id = c.id AND page.call_id = ANY($2::uuid[]) AND c.told = 'queued' AND c.purpose = 'page' AND page.carrier_id IS NULL),
  pe AS (INSERT INTO page_event (page_id, at, event, data)
    SELECT id, at, 'rang', jsonb_build_object('carrierId', "carrierId") FROM p),
  ce AS (INSERT INTO call_event (call_id, at, event) SELECT id, at, told FROM c)
  SELECT r.id, r.id IN (SELECT id FROM c) OR coalesce(k.carrier_id = r."carrierId" AND (k.ended_at IS NOT NULL
    OR array_position(${CALL_RANK}, k.status) >= array_position(${CALL_RANK}, r.status)), false) AS settled
  FROM r LEFT JOIN call k ON k.id = r.id AND k.id = ANY($2::uuid[])`;

type Recorder = (report: Report) => Settled;

/**
 * Reports that come while the last ones are being written are written together. A process takes the reports of one call or
 * text one after another (inOrder), so that no two of a batch are about the same.
 */
function recorderOf(name: string, text: string): (db: Queryable) => Recorder {
  const known = new WeakMap<Queryable, Recorder>();
  return (db) => {
    const record =
      known.get(db) ?? createGatherer((reports: Report[]) => writeReports(db, name, text, reports));
    known.set(db, record);
    return record;
  };
}

async function writeReports(
  db: Queryable,
  name: string,
  text: string,
  reports: Report[],
): Promise<boolean[]> {
  const values = [JSON.stringify(reports), reports.map(({ id }) => id)];
  const { rows } = await db.query<{ id: string; settled: boolean }>({ name, text, values });
  const settled = new Map(rows.map((row) => [row.id, row.settled]));
  return reports.map(({ id }) => settled.get(id) === true);
}

const recordText = recorderOf('texts-came-to', TEXTS);
const recordCall = recorderOf('calls-came-to', CALLS);

/** A text has come as far as `status`: nearly every callback of a text. */
export async function textCameTo(
  db: Queryable,
  id: string,
  carrierId: string,
  status: 'queued' | 'sent' | 'delivered',
  at: Date,
): Settled {
  return recordText(db)({ id, carrierId, status, at, sequence: -1 });
}

/** A leg is queued or rings: the callbacks from which nothing follows but a line on the receipt. */
export async function callCameTo(
  db: Queryable,
  id: string,
  carrierId: string,
  status: 'queued' | 'ringing',
  at: Date,
  sequence: number | undefined,
): Settled {
  return recordCall(db)({ id, carrierId, status, at, sequence: sequence ?? -1 });
}
