import type { Database } from '../../database/index.ts';
import type { EventFacts } from '../facts.ts';

/** What happened in the calls of a case, oldest first, and whether somebody is on the line. */
export async function readCallsOfCase(
  db: Database,
  caseId: string,
): Promise<{ events: EventFacts[]; liveSince: Date | undefined }> {
  const { rows } = await db.$client.query<{ at: Date; event: string; data: Record<string, unknown> }>(
    `SELECT e.at, e.event, e.data FROM call_event e JOIN call c ON c.id = e.call_id
     WHERE c.case_id = $1 AND c.purpose IN ('support', 'call-back') ORDER BY e.at, e.id LIMIT 200`,
    [caseId],
  );
  const live = await db.$client.query<{ since: Date | null }>(
    `SELECT min(created_at) AS since FROM call
     WHERE case_id = $1 AND purpose IN ('support', 'call-back') AND ended_at IS NULL`,
    [caseId],
  );
  return { events: rows, liveSince: live.rows[0]?.since ?? undefined };
}

/** The language of the person whom an account belongs to; undefined where it is nobody's. */
export async function readPersonLanguage(
  db: Database,
  person: string | undefined,
): Promise<string | undefined> {
  if (person === undefined) return undefined;
  const { rows } = await db.$client.query<{ language: string }>(
    'SELECT language FROM person WHERE key = $1',
    [person],
  );
  return rows[0]?.language;
}
