import type { Database } from '../../database/index.ts';

/**
 * The desks that a person answers for, by a duty list or in a schedule that is in force at `now` or to come. Of each role's
 * schedules only those are read: the older ones, each a document, grow with the years.
 */
export async function readOwnDesks(db: Database, person: string | undefined, now: Date): Promise<string[]> {
  if (person === undefined) return [];
  const { rows } = await db.$client.query<{ desk: string }>(
    `SELECT desk FROM duty WHERE person = $1
     UNION SELECT o.desk FROM (SELECT DISTINCT desk, role FROM duty_schedule) o CROSS JOIN LATERAL (
       (SELECT definition FROM duty_schedule s WHERE s.desk = o.desk AND s.role = o.role AND s.valid_from <= $2
        ORDER BY s.valid_from DESC LIMIT 1)
       UNION ALL SELECT definition FROM duty_schedule s WHERE s.desk = o.desk AND s.role = o.role AND s.valid_from > $2) v
     WHERE jsonb_path_exists(v.definition, '$.seats[*].layers[*].people[*] ? (@ == $key)',
       jsonb_build_object('key', $1::text))
     ORDER BY desk`,
    [person, now],
  );
  return rows.map(({ desk }) => desk);
}
