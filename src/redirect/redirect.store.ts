import { eq } from 'drizzle-orm';
import type { Database, Queryable } from '../database/index.ts';
import { deskRedirect, type RedirectVia } from './tables.ts';

/** Who sends a customer to the desk: somebody in the roster, or an account that is nobody's there. */
export interface RedirectSender {
  name: string;
  person: string | undefined;
  account: string | undefined;
}

/** One after another: two texts at one instant must not both be the last that the limit allows. */
export async function lockRedirects(tx: Queryable): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(4747, 26)');
}

/**
 * How many this sender has sent since `hourAgo`, and how often this number was told by this desk since `aWhileAgo`: a text that
 * did not arrive has told nobody.
 */
export async function countRedirects(
  tx: Queryable,
  by: RedirectSender,
  to: { desk: string; number: string },
  since: { hourAgo: Date; aWhileAgo: Date },
): Promise<{ sent: number; told: number }> {
  const { rows } = await tx.query<{ sent: number; told: number }>(
    `SELECT count(*) FILTER (WHERE r.person = $1 OR r.account = $2)::int AS sent,
       count(*) FILTER (WHERE r.desk = $3 AND r.number = $4 AND r.at > $6 AND t.status NOT IN ('failed', 'undelivered'))::int AS told
     FROM desk_redirect r JOIN text_message t ON t.id = r.text_id WHERE r.at > $5`,
    [by.person ?? null, by.account ?? null, to.desk, to.number, since.hourAgo, since.aWhileAgo],
  );
  return rows[0] ?? { sent: 0, told: 0 };
}

/** The redirect whose text this is; undefined: the text is about something else. */
export async function redirectOfText(
  db: Database,
  textId: string,
): Promise<{ desk: string; number: string; person: string | null } | undefined> {
  const { desk, number, person } = deskRedirect;
  const [found] = await db
    .select({ desk, number, person })
    .from(deskRedirect)
    .where(eq(deskRedirect.textId, textId));
  return found;
}

/** A redirect as it is listed. */
export interface ListedRedirect {
  id: string;
  at: Date;
  desk: string;
  /** Empty when its time is over. */
  number: string;
  byName: string;
  via: RedirectVia;
  caseNumber: string | null;
  /** How its text stands. */
  status: string;
  errorCode: string | null;
}

/** The newest, so many. */
export async function listRedirects(db: Queryable, limit: number): Promise<ListedRedirect[]> {
  const { rows } = await db.query<ListedRedirect>(
    `SELECT r.id, r.at, r.desk, r.number, r.by_name AS "byName", r.via, s.number AS "caseNumber", t.status,
       t.error_code AS "errorCode"
     FROM desk_redirect r JOIN text_message t ON t.id = r.text_id LEFT JOIN support_case s ON s.id = r.case_id
     ORDER BY r.at DESC, r.id DESC LIMIT $1`,
    [limit],
  );
  return rows;
}
