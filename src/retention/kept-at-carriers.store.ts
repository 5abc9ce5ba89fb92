import type { Queryable } from '../database/index.ts';
import type { CarrierName } from '../telephony/index.ts';

/** What a carrier keeps of us: what a caller was recorded saying, its record of a call, and of a text. */
export type KeptKind = 'recording' | 'call' | 'text';

/** Something whose time is over, and that its carrier has still. */
export interface DueAtCarrier {
  id: string;
  carrier: CarrierName;
  /** By these it is known there: more than one where an answer was lost and it was handed over twice. */
  carrierIds: string[];
  /** Of a recording. */
  url: string | null;
  /** Its place in the order, as PostgreSQL writes it: a Date would lose what is below a millisecond. */
  at: string;
}

interface Page {
  /** The one that was looked at last. */
  after: DueAtCarrier | undefined;
  /** Carriers that need not be asked. */
  except: CarrierName[];
  limit: number;
}

/** Ids under which the carrier has the same once more: its answer was lost, so it was handed over again. */
const twinsBy = (column: 'call_id' | 'text_id', row: string) =>
  `ARRAY(SELECT ${row}.carrier_id UNION SELECT e.data ->> 'carrierId' FROM page p
     JOIN page_event e ON e.page_id = p.id AND e.event = 'doubled' WHERE p.${column} = ${row}.id
     UNION SELECT e.data ->> 'carrierId' FROM call_event e WHERE e.call_id = ${row}.id AND e.event = 'doubled')`;

const DUE: Record<KeptKind, string> = {
  recording: `SELECT r.id, c.carrier, array_remove(ARRAY[r.carrier_id], NULL) AS "carrierIds", r.url, r.created_at::text AS at
     FROM recording r JOIN call c ON c.id = r.call_id
     WHERE r.deleted_at IS NULL AND r.created_at < $1 AND c.carrier <> ALL ($2)
       AND ($3::timestamptz IS NULL OR (r.created_at, r.id) > ($3, $4::uuid))
     ORDER BY r.created_at, r.id LIMIT $5`,
  call: dueOf('call', 'call_id'),
  text: dueOf('text_message', 'text_id'),
};

/** What is blanked here need not be older than anything: its time was over then. */
function dueOf(table: 'call' | 'text_message', column: 'call_id' | 'text_id'): string {
  return `SELECT k.id, k.carrier, ${twinsBy(column, 'k')} AS "carrierIds", NULL AS url, k.erased_at::text AS at
     FROM ${table} k
     WHERE k.erased_at IS NOT NULL AND k.carrier_deleted_at IS NULL AND k.carrier_id IS NOT NULL
       AND k.erased_at <= $1 AND k.carrier <> ALL ($2)
       AND ($3::timestamptz IS NULL OR (k.erased_at, k.id) > ($3, $4::uuid))
     ORDER BY k.erased_at, k.id LIMIT $5`;
}

/** The oldest of one kind that are due: recordings made before `before`, calls and texts that were blanked until then. */
export async function dueAtCarriers(
  db: Queryable,
  kind: KeptKind,
  before: Date,
  { after, except, limit }: Page,
): Promise<DueAtCarrier[]> {
  const { rows } = await db.query<DueAtCarrier>(DUE[kind], [
    before,
    except,
    after?.at ?? null,
    after?.id ?? null,
    limit,
  ]);
  return rows;
}

const NOTE: Record<KeptKind, string> = {
  recording:
    'UPDATE recording SET url = NULL, deleted_at = $3 WHERE id = $1 AND deleted_at IS NULL RETURNING id',
  call: 'UPDATE call SET carrier_deleted_at = $3 WHERE id = $1 AND carrier_deleted_at IS NULL RETURNING id',
  text: 'UPDATE text_message SET carrier_deleted_at = $3 WHERE id = $1 AND carrier_deleted_at IS NULL RETURNING id',
};

/** Notes what the carrier said: that it is deleted, that it was gone before, or that the account in use has no such thing. */
export async function noteDeleted(
  db: Queryable,
  kind: KeptKind,
  id: string,
  said: 'deleted' | 'gone' | 'unknown',
  now: Date,
): Promise<void> {
  await db.query(
    `WITH kept AS (${NOTE[kind]})
     INSERT INTO erasure (at, kind, subject, carrier) SELECT $3, $4, id, $2 FROM kept`,
    [id, said, now, kind],
  );
}
