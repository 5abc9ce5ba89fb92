import { transaction, type Database, type Queryable } from '../database/index.ts';
import { FORGOTTEN_AFTER_MS, type WrongTries } from './status-limit.ts';

/**
 * Counts a try as a wrong one before it is looked at, unless `waitMs` of what is known of its subjects says that it must
 * wait. Tries at the same moment are judged one after the other. Returns for how many milliseconds it must wait; 0: look.
 */
export async function takeTry(
  db: Database,
  subjects: readonly string[],
  now: Date,
  waitMs: (known: ReadonlyMap<string, WrongTries>) => number,
): Promise<number> {
  return transaction(db, async (tx) => {
    const forgotten = new Date(now.getTime() - FORGOTTEN_AFTER_MS);
    const client = tx.$client;
    await client.query('DELETE FROM status_failure WHERE last_failed_at < $1', [forgotten]);
    // A row that another try has just made is waited for.
    await client.query(
      `INSERT INTO status_failure (subject, failures, last_failed_at) SELECT s, 1, $2 FROM unnest($1::text[]) s ORDER BY s
       ON CONFLICT (subject) DO UPDATE SET failures = status_failure.failures + 1`,
      [subjects, now],
    );
    const { rows } = await client.query<WrongTries & { subject: string }>(
      `SELECT subject, failures - 1 AS failures, last_failed_at AS "lastFailedAt" FROM status_failure WHERE subject = ANY($1)`,
      [subjects],
    );
    const wait = waitMs(new Map(rows.map((row) => [row.subject, row])));
    if (wait > 0) await takeBack(client, subjects);
    else
      await client.query('UPDATE status_failure SET last_failed_at = $2 WHERE subject = ANY($1)', [
        subjects,
        now,
      ]);
    return wait;
  });
}

/** What was not looked at leaves nothing: else whoever has to wait fills the table with numbers that there never were. */
async function takeBack(db: Queryable, subjects: readonly string[]): Promise<void> {
  await db.query('DELETE FROM status_failure WHERE subject = ANY($1) AND failures = 1', [subjects]);
  await db.query('UPDATE status_failure SET failures = failures - 1 WHERE subject = ANY($1)', [subjects]);
}

/**
 * A right PIN forgives what was wrong for the case before it. Of the address only this try was none: whoever has one case
 * could else try on others' and then on theirs, for ever.
 */
export async function forgiveTries(
  db: Queryable,
  { ofCase, ofAddress }: { ofCase: string; ofAddress: string },
): Promise<void> {
  await db.query('DELETE FROM status_failure WHERE subject = $1 OR (subject = $2 AND failures = 1)', [
    ofCase,
    ofAddress,
  ]);
  await db.query('UPDATE status_failure SET failures = failures - 1 WHERE subject = $1 AND failures > 1', [
    ofAddress,
  ]);
}

/** What the status page reads of a case. */
export interface StatusRow {
  id: string;
  number: string;
  desk: string;
  language: string | null;
  status: string;
  openedAt: Date;
  assignee: string | null;
  isWorkedOn: boolean;
  isWaiting: boolean;
  /** Hashes of the PINs that open it by this number: its own, and that of a case which was joined to it. */
  pinHashes: string[];
}

/** A number of one case opens with at most so many PINs. */
export const MOST_PINS = 2;

/** The case of a number that has a PIN. The number of a case that was joined to another is that one's too. */
export async function caseWithPin(db: Queryable, number: string): Promise<StatusRow | undefined> {
  const { rows } = await db.query<StatusRow>(
    `SELECT c.id, c.number, c.desk, c.language, c.status, c.opened_at AS "openedAt",
       (SELECT array_agg(hash ORDER BY case_id = c.id DESC) FROM status_pin WHERE case_id IN (c.id, named.id)) AS "pinHashes",
       (SELECT name FROM person WHERE key = coalesce(c.assigned_to, c.acknowledged_by)) AS assignee,
       coalesce(w.started_at IS NOT NULL, false) AS "isWorkedOn", coalesce(w.waiting_since IS NOT NULL, false) AS "isWaiting"
     FROM support_case named JOIN support_case c ON c.id = coalesce(named.joined_to, named.id)
     LEFT JOIN case_work w ON w.case_id = c.id
     WHERE named.number = $1 AND c.erased_at IS NULL AND EXISTS (SELECT FROM status_pin WHERE case_id IN (c.id, named.id))`,
    [number],
  );
  return rows[0];
}

/** What has happened in a case, oldest first, of the events that a customer may see. */
export async function eventsOf(
  db: Queryable,
  caseId: string,
  names: readonly string[],
): Promise<{ at: Date; event: string }[]> {
  const { rows } = await db.query<{ at: Date; event: string }>(
    `SELECT at, event FROM case_event WHERE case_id = $1 AND event = ANY($2) AND data ->> 'proved' IS NULL ORDER BY id`,
    [caseId, names],
  );
  return rows;
}
