import type { Queryable } from '../database/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';

/** Somebody who is told of alarms, with the addresses that work. */
export interface Recipient {
  person: string;
  language: string;
  sms: PhoneNumber | null;
  voice: PhoneNumber | null;
  mail: string | null;
}

/** Nobody wakes a whole company. */
const MOST_RECIPIENTS = 5;

/**
 * Whoever is told of a desk's alarms: its supervisors on duty, in their order; when none of them has a working address, all
 * supervisors, and else the managers.
 */
export async function recipientsOf(db: Queryable, onDuty: readonly string[]): Promise<Recipient[]> {
  const { rows } = await db.query<Recipient & { rank: number }>({
    name: 'alarm-recipients',
    text: `
      WITH asked AS (
        SELECT p.key AS person, p.language, p.email AS mail,
          (SELECT address FROM contact_method m WHERE m.person = p.key AND m.channel = 'sms' AND m.state = 'ok') AS sms,
          (SELECT address FROM contact_method m WHERE m.person = p.key AND m.channel = 'voice' AND m.state = 'ok') AS voice,
          CASE WHEN p.key = ANY ($1) THEN 0 WHEN 'supervisor' = ANY (p.roles) THEN 1 ELSE 2 END AS rank,
          coalesce(array_position($1::text[], p.key), 0) AS position
        FROM person p WHERE p.key = ANY ($1) OR p.roles && '{supervisor,manager}'::text[])
      SELECT person, language, sms, voice, mail, rank FROM asked
      WHERE sms IS NOT NULL OR voice IS NOT NULL OR mail IS NOT NULL
      ORDER BY rank, position, person`,
    values: [onDuty],
  });
  const nearest = rows[0]?.rank;
  return rows.filter(({ rank }) => rank === nearest).slice(0, MOST_RECIPIENTS);
}
