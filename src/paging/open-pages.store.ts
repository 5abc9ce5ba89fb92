import type { Severity } from '../cases/index.ts';
import type { Queryable } from '../database/index.ts';

/** A case that a responder's phone is still asked for. */
export interface OpenPage {
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
  pageIds: string[];
}

const COLUMNS = `
  s.id AS "caseId", s.number, s.desk, s.severity, s.summary, s.caller, s.callback_number AS "callbackNumber",
  s.reply_code AS "replyCode",
  (SELECT name FROM customer c WHERE c.key = s.customer) AS "customerName",
  EXISTS (SELECT 1 FROM call l WHERE l.case_id = s.id AND l.purpose = 'support' AND l.ended_at IS NULL) AS "callerHolds"`;

/**
 * The open cases that this phone is asked for by voice, the most severe and oldest first. Only what somebody is still
 * wanted for: a page that was settled is not in it.
 */
export async function openVoicePages(db: Queryable, address: string, person: string): Promise<OpenPage[]> {
  const { rows } = await db.query<OpenPage>({
    name: 'open-voice-pages',
    text: `SELECT ${COLUMNS}, array_agg(p.id) AS "pageIds"
           FROM page p JOIN paging g ON g.id = p.paging_id AND g.status = 'open' JOIN support_case s ON s.id = p.case_id
           WHERE p.address = $1 AND p.person = $2 AND p.channel = 'voice' AND p.settled_at IS NULL
           GROUP BY s.id ORDER BY s.severity NULLS LAST, s.opened_at`,
    values: [address, person],
  });
  return rows;
}

/** The open cases that a person is asked for by any channel, for an answer by text. */
export async function openCasesOf(db: Queryable, person: string): Promise<OpenPage[]> {
  const { rows } = await db.query<OpenPage>(
    `SELECT ${COLUMNS}, array_agg(p.id) AS "pageIds"
     FROM page p JOIN paging g ON g.id = p.paging_id AND g.status = 'open' JOIN support_case s ON s.id = p.case_id
     WHERE p.person = $1 GROUP BY s.id ORDER BY s.severity NULLS LAST, s.opened_at`,
    [person],
  );
  return rows;
}

/** The case that a page call was last about, and who has it. */
export async function lastCaseOfCall(
  db: Queryable,
  callId: string,
): Promise<{ caseId: string; number: string; status: string; acknowledgedBy: string | null } | undefined> {
  const { rows } = await db.query<{
    caseId: string;
    number: string;
    status: string;
    acknowledgedBy: string | null;
  }>(
    `SELECT s.id AS "caseId", s.number, s.status, s.acknowledged_by AS "acknowledgedBy"
     FROM page p JOIN support_case s ON s.id = p.case_id WHERE p.call_id = $1
     ORDER BY p.settled_at DESC NULLS LAST LIMIT 1`,
    [callId],
  );
  return rows[0];
}

/** The case that a person has accepted and not yet been in contact about, newest first. */
export async function acceptedWithoutContact(
  db: Queryable,
  person: string,
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
     FROM support_case s WHERE s.acknowledged_by = $1 AND s.status = 'acknowledged'
     ORDER BY 4 DESC, s.acknowledged_at DESC LIMIT 1`,
    [person],
  );
  return rows[0];
}
