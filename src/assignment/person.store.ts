import type { Queryable } from '../database/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';

/** The mail addresses of people, by key, of those who have one. */
export async function mailsOf(db: Queryable, people: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ key: string; email: string }>(
    'SELECT key, email FROM person WHERE key = ANY($1) AND email IS NOT NULL',
    [people],
  );
  return new Map(rows.map(({ key, email }) => [key, email]));
}

/** A person as they are told of a case of theirs. */
export interface ToldPerson {
  key: string;
  name: string;
  language: string;
  sms: PhoneNumber | null;
  mail: string | null;
  quiet: string | null;
}

/** Undefined when nobody has the key. */
export async function personToTell(db: Queryable, key: string): Promise<ToldPerson | undefined> {
  const { rows } = await db.query<ToldPerson>(
    `SELECT p.key, p.name, p.language, p.email AS mail, p.quiet,
       (SELECT address FROM contact_method m WHERE m.person = p.key AND m.channel = 'sms' AND m.state = 'ok') AS sms
     FROM person p WHERE p.key = $1`,
    [key],
  );
  return rows[0];
}

/** The case is this person's from now on; `contactDueAt`: by when they are to contact the customer, unless that is said already. */
export async function writeAssignment(
  db: Queryable,
  caseId: string,
  person: string,
  now: Date,
  contactDueAt: Date | undefined,
): Promise<void> {
  await db.query(
    `UPDATE support_case SET assigned_to = $2, assigned_at = $3,
       contact_due_at = CASE WHEN contacted_at IS NULL THEN coalesce(contact_due_at, $4) ELSE contact_due_at END
     WHERE id = $1`,
    [caseId, person, now, contactDueAt ?? null],
  );
}
