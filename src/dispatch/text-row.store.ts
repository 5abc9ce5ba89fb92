import type { Queryable } from '../database/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import type { Unit } from '../service/index.ts';
import type { CarrierName } from '../telephony/index.ts';
import type { TextPurpose } from '../texts/index.ts';

/** What sending a text, and following it, needs of its row. */
export interface TextRow {
  id: string;
  purpose: TextPurpose;
  desk: string;
  from_number: PhoneNumber;
  to_number: PhoneNumber;
  body: string;
  person: string | null;
  case_id: string | null;
  status: string;
  carrier_id: string | null;
  attempt: number;
  carrier: CarrierName;
  beside_page: string | null;
}

const TEXT = `SELECT id, purpose, coalesce(desk, '') AS desk, from_number, to_number, body, person, case_id, status, carrier_id,
  attempt, carrier, beside_page FROM text_message WHERE id = $1`;

export async function textById(db: Queryable, id: string): Promise<TextRow | undefined> {
  return (await db.query<TextRow>(TEXT, [id])).rows[0];
}

/** The text's row, locked. */
export async function lockText(unit: Unit, id: string): Promise<TextRow | undefined> {
  return (await unit.tx.query<TextRow>(`${TEXT} FOR NO KEY UPDATE`, [id])).rows[0];
}
