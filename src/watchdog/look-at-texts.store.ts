import type { Queryable } from '../database/index.ts';
import type { CarrierName } from '../telephony/index.ts';

export interface SilentText {
  id: string;
  carrierId: string;
  /** The looks that its age allows: what is noted when it has been looked at. */
  looks: number;
}

/**
 * Texts at a carrier that are neither delivered nor failed, older than the next of `lookAtMinutes` and not looked at
 * since they were. Canaries are left out: they are to show whether reports come by themselves.
 */
export async function silentTexts(
  db: Queryable,
  carrier: CarrierName,
  now: Date,
  lookAtMinutes: readonly number[],
  most: number,
): Promise<SilentText[]> {
  const instants = lookAtMinutes.map((minutes) => new Date(now.getTime() - minutes * 60_000));
  const { rows } = await db.query<SilentText>({
    name: 'silent-texts',
    text: `
      SELECT t.id, t.carrier_id AS "carrierId", due.looks FROM text_message t
      CROSS JOIN LATERAL (SELECT count(*)::int AS looks FROM unnest($1::timestamptz[]) at WHERE t.created_at <= at) due
      WHERE t.direction = 'outbound' AND t.purpose <> 'canary' AND t.carrier_id IS NOT NULL
        AND t.status IN ('sending', 'queued', 'sent') AND t.created_at <= $2 AND t.created_at > $3 AND t.looks < due.looks
        AND t.carrier = $5
      ORDER BY t.created_at LIMIT $4`,
    values: [instants, instants[0], new Date(now.getTime() - A_DAY_MS), most, carrier],
  });
  return rows;
}

/** What became of older ones nobody needs to know any more. */
const A_DAY_MS = 24 * 3_600_000;

export async function noteLook(db: Queryable, id: string, looks: number): Promise<void> {
  await db.query('UPDATE text_message SET looks = greatest(looks, $2) WHERE id = $1', [id, looks]);
}

export async function pagesOfText(db: Queryable, textId: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT id FROM page WHERE text_id = $1 OR id = (SELECT beside_page FROM text_message WHERE id = $1)',
    [textId],
  );
  return rows.map(({ id }) => id);
}
