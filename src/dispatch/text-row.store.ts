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

/** The text's row, locked. */
export async function lockText(unit: Unit, id: string): Promise<TextRow | undefined> {
  const { rows } = await unit.tx.query<TextRow>(
    `SELECT id, purpose, coalesce(desk, '') AS desk, from_number, to_number, body, person, case_id, status, carrier_id, attempt,
       carrier, beside_page
     FROM text_message WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return rows[0];
}
