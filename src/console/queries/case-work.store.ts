import { eq, sql } from 'drizzle-orm';
import { workOf, type WorkState } from '../../casework/index.ts';
import type { Database } from '../../database/index.ts';
import { supportCase } from './tables.store.ts';
import type { CaseStatus } from '../../cases/index.ts';

/** A mail that tells the customer of an event. */
export interface ToldMail {
  readonly id: string;
  readonly subject: string;
  readonly to: string;
  readonly status: 'waiting' | 'sent' | 'failed';
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly bouncedAt: Date | null;
  readonly bounceReason: string | null;
}

/** The work on a case and what its customer was told. */
export interface CaseWorkFacts {
  readonly work: WorkState;
  readonly waitingUntil: Date | null;
  readonly assignee: string | undefined;
  readonly assignedAt: Date | undefined;
  /** Where the customer is written to; undefined: nobody is. */
  readonly reader: string | undefined;
  /** Newest first, the last hundred. */
  readonly mails: readonly ToldMail[];
  /** The customer has written since the case was closed. */
  readonly writtenAfterClosing: boolean;
}

/** The desk of the case with this number. */
export async function deskOfCase(db: Database, number: string): Promise<string | undefined> {
  const rows = await db
    .select({ desk: supportCase.desk })
    .from(supportCase)
    .where(eq(supportCase.number, number));
  return rows[0]?.desk;
}

const mostMails = 100;

export async function readCaseWork(db: Database, of: { id: string; status: string }): Promise<CaseWorkFacts> {
  const [work, about, mails] = await Promise.all([
    workOf(db, { id: of.id, status: of.status as CaseStatus }),
    db.execute<{ assignee: string | null; at: string | null; reader: string | null; written: boolean }>(
      sql`SELECT (SELECT name FROM person WHERE key = c.assigned_to) AS assignee,
            c.assigned_at AS at,
            coalesce(c.contact_email, (SELECT k.email FROM customer_contact k WHERE k.customer = c.customer
              AND k.phone IN (c.caller, c.callback_number) AND k.email IS NOT NULL LIMIT 1)) AS reader,
            EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = c.id AND e.event = 'customer.replied'
              AND e.at > c.closed_at) AS written
          FROM support_case c WHERE c.id = ${of.id}`,
    ),
    db.execute<ToldMail & Record<string, unknown>>(
      sql`SELECT id, subject, to_address AS "to", status, last_error AS "lastError", created_at AS "createdAt",
            bounced_at AS "bouncedAt", bounce_reason AS "bounceReason"
          FROM mail WHERE case_id = ${of.id} ORDER BY created_at DESC, id DESC LIMIT ${mostMails}`,
    ),
  ]);
  const [row] = about.rows;
  return {
    work,
    waitingUntil: work.waitingUntil,
    assignee: row?.assignee ?? undefined,
    // Statements written by hand give times as text.
    assignedAt: row?.at ? new Date(row.at) : undefined,
    reader: row?.reader ?? undefined,
    mails: mails.rows.map((mail) => ({
      ...mail,
      createdAt: new Date(mail.createdAt),
      bouncedAt: mail.bouncedAt && new Date(mail.bouncedAt),
    })),
    writtenAfterClosing: row?.written === true,
  };
}
