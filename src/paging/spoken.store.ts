import type { Queryable } from '../database/index.ts';

/** A case that a page call has spoken. */
export interface SpokenCase {
  caseId: string;
  number: string;
  /** Who has it, when nobody is asked for it any more. */
  takenBy: string | null;
  /** This call has said already who has it. */
  told: boolean;
  /** The person of the call has refused it since, and no round has asked them again. */
  declined: boolean;
}

/** Every case that a call has offered, also those that its person was paged for in a call that they missed. */
const OFFERED = `
  SELECT DISTINCT s.id, s.number, s.severity, s.opened_at, s.acknowledged_by
  FROM call_event e CROSS JOIN jsonb_array_elements_text(e.data -> 'cases') AS offered (number)
    JOIN support_case s ON s.number = offered.number
  WHERE e.call_id = $1 AND e.event = 'offered'`;

/**
 * What a page call has spoken so far, the most severe and oldest first: what a key in it is about, settled since or not.
 * Its log says so, which only grows: a page is carried by one call, and its case may be heard in several.
 */
export async function casesSpokenIn(db: Queryable, callId: string, person: string): Promise<SpokenCase[]> {
  const { rows } = await db.query<SpokenCase>({
    name: 'cases-spoken-in',
    text: `WITH s AS (${OFFERED})
           SELECT s.id AS "caseId", s.number,
             CASE WHEN NOT EXISTS (SELECT 1 FROM paging g WHERE g.case_id = s.id AND g.status = 'open')
               THEN s.acknowledged_by END AS "takenBy",
             EXISTS (SELECT 1 FROM call_event t
               WHERE t.call_id = $1 AND t.event = 'told' AND t.data ->> 'case' = s.number) AS told,
             coalesce((SELECT p.status = 'declined' FROM page p JOIN paging g ON g.id = p.paging_id
               WHERE p.case_id = s.id AND p.person = $2
               ORDER BY g.opened_at DESC, p.round DESC, p.status = 'declined' DESC LIMIT 1), false) AS declined
           FROM s ORDER BY s.severity NULLS LAST, s.opened_at`,
    values: [callId, person],
  });
  return rows;
}

/** The case of a page call that was taken last, and by whom. */
export async function lastCaseOfCall(
  db: Queryable,
  callId: string,
): Promise<{ caseId: string; number: string; acknowledgedBy: string | null } | undefined> {
  const { rows } = await db.query<{ caseId: string; number: string; acknowledgedBy: string | null }>(
    `WITH s AS (
       ${OFFERED}
       UNION SELECT s.id, s.number, s.severity, s.opened_at, s.acknowledged_by
       FROM page p JOIN support_case s ON s.id = p.case_id WHERE p.call_id = $1)
     SELECT s.id AS "caseId", s.number, s.acknowledged_by AS "acknowledgedBy"
     FROM s ORDER BY (SELECT max(g.ended_at) FROM paging g WHERE g.case_id = s.id) DESC NULLS LAST LIMIT 1`,
    [callId],
  );
  return rows[0];
}
