import type { Database } from '../../database/index.ts';

/** The desks that a person answers for, by a duty list or in a schedule that is in force or to come. */
export async function readOwnDesks(db: Database, person: string | undefined): Promise<string[]> {
  if (person === undefined) return [];
  const { rows } = await db.$client.query<{ desk: string }>(
    `SELECT desk FROM duty WHERE person = $1
     UNION SELECT desk FROM duty_schedule
       WHERE jsonb_path_exists(definition, '$.** ? (@ == $key)', jsonb_build_object('key', $1::text))
     ORDER BY desk`,
    [person],
  );
  return rows.map(({ desk }) => desk);
}
