import type { Pool } from 'pg';

/** Ids that exist, so that requests lead somewhere. */
export interface Known {
  calls: string[];
  carrierIds: string[];
  cases: string[];
  numbers: string[];
  texts: string[];
  tokens: string[];
  recordings: string[];
}

export async function readKnown(pool: Pool): Promise<Known> {
  const ids = async (select: string): Promise<string[]> => {
    const { rows } = await pool.query<{ id: string }>(`SELECT ${select} LIMIT 20`);
    return rows.map((row) => row.id);
  };
  return {
    calls: await ids('id FROM call ORDER BY created_at DESC'),
    carrierIds: await ids('carrier_id AS id FROM call WHERE carrier_id IS NOT NULL ORDER BY created_at DESC'),
    cases: await ids('id FROM support_case ORDER BY opened_at DESC'),
    numbers: await ids('number AS id FROM support_case ORDER BY opened_at DESC'),
    texts: await ids(`id FROM text_message WHERE direction = 'outbound' ORDER BY created_at DESC`),
    tokens: await ids('link_token AS id FROM page WHERE link_token IS NOT NULL ORDER BY created_at DESC'),
    recordings: await ids('id FROM recording ORDER BY created_at DESC'),
  };
}
