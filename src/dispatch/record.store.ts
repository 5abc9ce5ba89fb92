import type { Queryable } from '../database/index.ts';
import type { Task } from '../engine/index.ts';
import type { PlacedCall, PlacedText } from '../telephony/index.ts';
import { createGatherer } from './gather.ts';

/** What the carrier answered to one order, and the task behind it with its fence. */
interface Answer {
  id: string;
  carrierId: string;
  status: string;
  at: Date;
  lookAt?: Date;
  task: string;
  owner: Task['owner'];
  attempt: number;
}

const ANSWERS = `
  WITH r AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($1::jsonb) AS t (id uuid, "carrierId" text, status text,
    at timestamptz, "lookAt" timestamptz, task bigint, owner int, attempt int)),`;
// Each row is locked before its pages, as a report locks them, and all pages in one order before anything is written: who
// accepts a case takes its pages in that order too, and none waits for the other in a circle, which PostgreSQL would find
// out after a second only.
const CALLS_PLACED = `${ANSWERS}
  l AS MATERIALIZED (SELECT id FROM call WHERE id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE),
  pl AS MATERIALIZED (SELECT id FROM page WHERE call_id = ANY($2::uuid[]) AND (SELECT count(*) FROM l) > 0
    ORDER BY id FOR NO KEY UPDATE),
  c AS (
    UPDATE call SET carrier_id = coalesce(carrier_id, r."carrierId"),
      status = CASE WHEN call.status IN ('due', 'sending', 'lost') THEN r.status ELSE call.status END
    FROM r WHERE call.id = r.id AND call.id = ANY($2::uuid[]) AND (SELECT count(*) FROM pl) >= 0
    RETURNING call.id, call.carrier, call.carrier_id, call.purpose, call.to_number, r."lookAt"),
  p AS (
    UPDATE page SET carrier_id = c.carrier_id,
      status = CASE WHEN page.status IN ('due', 'sending') THEN 'sent' ELSE page.status END
    FROM r JOIN c ON c.id = r.id WHERE page.call_id = c.id AND page.call_id = ANY($2::uuid[])
    RETURNING page.id, page.settled_at, r.id AS call_id, r.at, r."carrierId"),
  e AS (INSERT INTO page_event (page_id, at, event, data)
    SELECT p.id, at, 'sent', jsonb_build_object('carrierId', "carrierId", 'carrier', c.carrier) FROM p JOIN c ON c.id = p.call_id),
  look AS (INSERT INTO task (kind, key, subject, due_at)
    SELECT 'call.look', 'call.look:' || id, id::text, "lookAt" FROM c
    ON CONFLICT (key) DO UPDATE SET due_at = excluded.due_at, owner = NULL),
  t AS (DELETE FROM task USING r WHERE task.id = r.task AND task.owner = r.owner AND task.attempt = r.attempt)
  SELECT r.id, (NOT EXISTS (SELECT 1 FROM p WHERE p.call_id = r.id) OR EXISTS (
    SELECT 1 FROM p WHERE p.call_id = r.id AND p.settled_at IS NULL)) AND NOT coalesce((
      SELECT CASE WHEN c.purpose IN ('drill', 'code') THEN EXISTS (
        SELECT 1 FROM page w JOIN paging g ON g.id = w.paging_id AND g.status = 'open' WHERE w.address = c.to_number
          AND w.channel = 'voice' AND w.settled_at IS NULL AND w.call_id IS NULL) END
      FROM c WHERE c.id = r.id), false) AS wanted FROM r`;

const TEXTS_SENT = `${ANSWERS}
  l AS MATERIALIZED (SELECT id FROM text_message WHERE id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE),
  pl AS MATERIALIZED (SELECT id FROM page WHERE text_id = ANY($2::uuid[]) AND (SELECT count(*) FROM l) > 0
    ORDER BY id FOR NO KEY UPDATE),
  m AS (
    UPDATE text_message SET carrier_id = coalesce(carrier_id, r."carrierId"),
      status = CASE WHEN text_message.status IN ('due', 'sending', 'lost') THEN r.status ELSE text_message.status END
    FROM r WHERE text_message.id = r.id AND text_message.id = ANY($2::uuid[])
      AND (SELECT count(*) FROM pl) >= 0
    RETURNING text_message.id, text_message.carrier, text_message.carrier_id),
  p AS (
    UPDATE page SET carrier_id = m.carrier_id,
      status = CASE WHEN page.status IN ('due', 'sending') THEN 'sent' ELSE page.status END
    FROM r JOIN m ON m.id = r.id WHERE page.text_id = m.id AND page.text_id = ANY($2::uuid[])
    RETURNING page.id, r.id AS text_id, r.at, r."carrierId"),
  e AS (INSERT INTO page_event (page_id, at, event, data)
    SELECT p.id, at, 'sent', jsonb_build_object('carrierId', "carrierId", 'carrier', m.carrier) FROM p JOIN m ON m.id = p.text_id),
  t AS (DELETE FROM task USING r WHERE task.id = r.task AND task.owner = r.owner AND task.attempt = r.attempt)
  SELECT id, true AS wanted FROM r`;

type Recorder = (answer: Answer) => Promise<boolean>;

/** One gatherer a database and statement: in a burst of calls the pages of the next caller go before the receipts of the last. */
function recorderOf(name: string, text: string): (db: Queryable) => Recorder {
  const known = new WeakMap<Queryable, Recorder>();
  return (db) => {
    const record = known.get(db) ?? createGatherer((answers: Answer[]) => runBatch(db, name, text, answers));
    known.set(db, record);
    return record;
  };
}

async function runBatch(db: Queryable, name: string, text: string, answers: Answer[]): Promise<boolean[]> {
  // The ids stand in a list besides: PostgreSQL then goes by the indexes, where for a join it would read the tables.
  const values = [JSON.stringify(answers), answers.map(({ id }) => id)];
  const { rows } = await db.query<{ id: string; wanted: boolean }>({ name, text, values });
  const wanted = new Map(rows.map((row) => [row.id, row.wanted]));
  return answers.map(({ id }) => wanted.get(id) ?? true);
}

const recordCall = recorderOf('record-calls-placed', CALLS_PLACED);
const recordText = recorderOf('record-texts-sent', TEXTS_SENT);

const fenceOf = ({ id, owner, attempt }: Task) => ({ task: id, owner, attempt });

/**
 * The carrier has taken a call: its id goes on the call and on the receipts, and the task is done; the call is looked at
 * again at `lookAt`. True while one of the pages that it carries is not settled, or when it carries none: that is read from the
 * page itself, which shows an acceptance that this waited for. Not of a test or a code for whose phone pages wait.
 */
export async function recordPlaced(
  db: Queryable,
  callId: string,
  { carrierId, status }: PlacedCall,
  { at, lookAt }: { at: Date; lookAt: Date },
  task: Task,
): Promise<boolean> {
  return recordCall(db)({ id: callId, carrierId, status, at, lookAt, ...fenceOf(task) });
}

/** The carrier has taken a text. */
export async function recordSent(
  db: Queryable,
  textId: string,
  { carrierId, status }: PlacedText,
  at: Date,
  task: Task,
): Promise<void> {
  await recordText(db)({ id: textId, carrierId, status, at, ...fenceOf(task) });
}

/** A text that went out beside a page's own one: its id stands on that page's receipt too. */
export async function recordBeside(
  db: Queryable,
  textId: string,
  carrierId: string,
  at: Date,
): Promise<void> {
  await db.query(
    `WITH p AS (
       UPDATE page SET carrier_id = coalesce(page.carrier_id, $2),
         status = CASE WHEN page.status IN ('due', 'sending') THEN 'sent' ELSE page.status END
       FROM text_message m WHERE m.id = $1 AND page.id = m.beside_page RETURNING page.id, m.carrier)
     INSERT INTO page_event (page_id, at, event, data)
     SELECT id, $3, 'sent', jsonb_build_object('carrierId', $2::text, 'carrier', carrier) FROM p`,
    [textId, carrierId, at],
  );
}
