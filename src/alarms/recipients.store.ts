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
 * Whoever is told of a desk's alarms: its supervisors on duty; when none of them has a working address, all
 * supervisors, and else the managers.
 */
export async function recipientsOf(db: Queryable, desk: string): Promise<Recipient[]> {
  const { rows } = await db.query<Recipient & { rank: number }>({
    name: 'alarm-recipients',
    text: `
      WITH asked AS (
        SELECT p.key AS person, p.language, p.email AS mail,
          (SELECT address FROM contact_method m WHERE m.person = p.key AND m.channel = 'sms' AND m.state = 'ok') AS sms,
          (SELECT address FROM contact_method m WHERE m.person = p.key AND m.channel = 'voice' AND m.state = 'ok') AS voice,
          CASE WHEN d.person IS NOT NULL THEN 0 WHEN 'supervisor' = ANY (p.roles) THEN 1 ELSE 2 END AS rank,
          coalesce(d.position, 0) AS position
        FROM person p LEFT JOIN duty d ON d.person = p.key AND d.desk = $1 AND d.role = 'supervisor'
        WHERE d.person IS NOT NULL OR p.roles && '{supervisor,manager}'::text[])
      SELECT person, language, sms, voice, mail, rank FROM asked
      WHERE sms IS NOT NULL OR voice IS NOT NULL OR mail IS NOT NULL
      ORDER BY rank, position, person`,
    values: [desk],
  });
  const nearest = rows[0]?.rank;
  return rows.filter(({ rank }) => rank === nearest).slice(0, MOST_RECIPIENTS);
}
