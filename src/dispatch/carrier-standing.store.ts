import type { Queryable } from '../database/index.ts';
import type { Refusing } from '../service/index.ts';
import type { CarrierName } from '../telephony/index.ts';

/** Writes down which carriers refuse what, for all processes. */
export async function keepRefusals(db: Queryable, known: readonly Refusing[], now: Date): Promise<void> {
  await db.query(
    `INSERT INTO carrier_refusal (carrier, channel, code, since, try_again_at)
     SELECT carrier, channel, code, $2, "tryAgainAt"
     FROM jsonb_to_recordset($1::jsonb) AS t (carrier text, channel text, code text, "tryAgainAt" timestamptz)
     ORDER BY carrier, channel
     ON CONFLICT (carrier, channel) DO UPDATE SET code = excluded.code,
       try_again_at = greatest(carrier_refusal.try_again_at, excluded.try_again_at)`,
    [JSON.stringify(known), now],
  );
}

export async function forgetRefusal(
  db: Queryable,
  carrier: CarrierName,
  channel: 'voice' | 'sms',
): Promise<void> {
  await db.query('DELETE FROM carrier_refusal WHERE carrier = $1 AND channel = $2', [carrier, channel]);
}

export async function readRefusals(db: Queryable): Promise<Refusing[]> {
  const { rows } = await db.query<Refusing>(
    `SELECT carrier, channel, code, try_again_at AS "tryAgainAt" FROM carrier_refusal`,
  );
  return rows;
}
