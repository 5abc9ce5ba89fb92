import type { Queryable } from '../database/index.ts';

/** The place of a called-back leg that a responder said was not the customer. */
export const NOT_REACHED = 'not-reached';

/** A responder and a phone that was called back, on one line. */
export interface Talk {
  person: string;
  startedAt: Date;
  seconds: number;
  goesOn: boolean;
}

/**
 * The longest talk of a case, since it was last paged for, with a phone that was called back, as far as `now`. Where the room did not report who came
 * and left, the legs' own beginnings and ends count.
 */
export async function longestTalk(db: Queryable, caseId: string, now: Date): Promise<Talk | undefined> {
  const { rows } = await db.query<Talk>(
    `SELECT r.person, t.started_at AS "startedAt", extract(epoch FROM t.ended_at - t.started_at)::float8 AS seconds,
       c.ended_at IS NULL AND r.ended_at IS NULL AND r.place = 'bridge' AS "goesOn"
     FROM call c
     JOIN call r ON r.case_id = c.case_id AND r.purpose IN ('page', 'connect') AND r.answered_at IS NOT NULL
       AND (r.place = 'bridge' OR r.bridged_at IS NOT NULL)
     CROSS JOIN LATERAL (SELECT
       greatest(coalesce(c.bridged_at, c.answered_at), coalesce(r.bridged_at, r.answered_at)) AS started_at,
       least(coalesce(c.left_bridge_at, c.ended_at, $2), coalesce(r.left_bridge_at, r.ended_at, $2)) AS ended_at) t
     WHERE c.case_id = $1 AND c.purpose = 'call-back' AND c.answered_at IS NOT NULL AND c.place <> $3
       AND (c.place = 'bridge' OR c.bridged_at IS NOT NULL) AND t.ended_at >= t.started_at
       AND r.created_at >= (SELECT max(opened_at) FROM paging WHERE case_id = $1)
     ORDER BY seconds DESC LIMIT 1`,
    [caseId, now, NOT_REACHED],
  );
  return rows[0];
}
