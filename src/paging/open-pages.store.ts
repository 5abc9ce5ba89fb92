import type { Call } from '../calls/index.ts';
import type { Severity } from '../cases/index.ts';
import type { Queryable } from '../database/index.ts';

/** A case that somebody is still asked for. */
export interface OpenCase {
  caseId: string;
  number: string;
  desk: string;
  severity: Severity | null;
  summary: string;
  caller: string | null;
  callbackNumber: string | null;
  customerName: string | null;
  callerHolds: boolean;
  replyCode: number;
}

/** A case that a responder's phone call is to offer. */
export interface OpenPage extends OpenCase {
  /** Pages of this phone that nothing has settled yet. None when its call was missed, and the case waits for its next round. */
  pageIds: string[];
  /** The person's newest page about it, by voice where there is one. */
  newestPageId: string;
  /** The plan by which it is asked for. */
  plan: string;
}

const COLUMNS = `
  s.id AS "caseId", s.number, s.desk, s.severity, s.summary, s.caller, s.callback_number AS "callbackNumber",
  s.reply_code AS "replyCode",
  (SELECT name FROM customer c WHERE c.key = s.customer) AS "customerName",
  EXISTS (SELECT 1 FROM call l WHERE l.case_id = s.id AND l.purpose = 'support' AND l.ended_at IS NULL) AS "callerHolds"`;

/**
 * The open cases that a person who picks this phone up is to hear, the most severe and oldest first: all that they have
 * been paged for, also those whose own call they have missed. One that they have declined is not in it until a round
 * asks them again. A phone with several lines has a call for each caller, and each speaks its own alone (`onlyCase`).
 */
export async function openVoicePages(
  db: Queryable,
  { toNumber, person, onlyCase }: Pick<Call, 'toNumber' | 'person' | 'onlyCase'>,
): Promise<OpenPage[]> {
  const { rows } = await db.query<OpenPage>({
    name: 'open-voice-pages',
    text: `SELECT ${COLUMNS}, max(g.plan) AS plan,
             coalesce(array_agg(p.id) FILTER (
               WHERE p.channel = 'voice' AND p.address = $1 AND p.settled_at IS NULL), '{}') AS "pageIds",
             (array_agg(p.id ORDER BY p.channel = 'voice' DESC, p.round DESC))[1] AS "newestPageId"
           FROM paging g JOIN page p ON p.paging_id = g.id AND p.person = $2 JOIN support_case s ON s.id = p.case_id
           WHERE g.status = 'open' AND CASE WHEN $3::uuid IS NULL
             THEN NOT EXISTS (SELECT 1 FROM call c WHERE c.id = p.call_id AND c.only_case IS NOT NULL) ELSE s.id = $3 END
           GROUP BY s.id
           HAVING NOT (array_agg(p.status = 'declined' ORDER BY p.round DESC, p.status = 'declined' DESC))[1]
           ORDER BY s.severity NULLS LAST, s.opened_at`,
    values: [toNumber, person ?? '', onlyCase],
  });
  return rows;
}

/** The open cases that a person is asked for by any channel, for an answer by text. */
export async function openCasesOf(db: Queryable, person: string): Promise<OpenCase[]> {
  const { rows } = await db.query<OpenCase>(
    `SELECT ${COLUMNS}
     FROM page p JOIN paging g ON g.id = p.paging_id AND g.status = 'open' JOIN support_case s ON s.id = p.case_id
     WHERE p.person = $1 GROUP BY s.id ORDER BY s.severity NULLS LAST, s.opened_at`,
    [person],
  );
  return rows;
}

/** The case that a person has accepted and not yet been in contact about, newest first; of a call that is about one case, that one. */
export async function acceptedWithoutContact(
  db: Queryable,
  { person, onlyCase }: Pick<Call, 'person' | 'onlyCase'>,
): Promise<
  { caseId: string; number: string; callerHolds: boolean; callbackNumber: string | null } | undefined
> {
  const { rows } = await db.query<{
    caseId: string;
    number: string;
    callerHolds: boolean;
    callbackNumber: string | null;
  }>(
    `SELECT s.id AS "caseId", s.number, s.callback_number AS "callbackNumber",
       EXISTS (SELECT 1 FROM call l WHERE l.case_id = s.id AND l.purpose = 'support' AND l.ended_at IS NULL) AS "callerHolds"
     FROM support_case s WHERE s.acknowledged_by = $1 AND s.status = 'acknowledged' AND ($2::uuid IS NULL OR s.id = $2)
     ORDER BY 4 DESC, s.acknowledged_at DESC LIMIT 1`,
    [person ?? '', onlyCase],
  );
  return rows[0];
}
