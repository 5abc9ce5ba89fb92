import { and, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import type { Unit } from '../service/index.ts';
import { replacedNumber } from './tables.ts';

/** A verified number that a file has put another in the place of, and how its owner is told. */
export interface Replaced {
  person: string;
  channel: 'voice' | 'sms';
  before: PhoneNumber;
  after: PhoneNumber;
  name: string;
  language: string;
  /** Undefined where texts do not reach them. */
  sms: PhoneNumber | undefined;
  mail: string | undefined;
  /** Somebody else has the old number by now, who is not to be told of it. */
  isPassedOn: boolean;
  quiet: string | null;
}

/** Undefined when they were told, and when the number has been changed again or verified since: then there is nothing to tell. */
export async function replacedToTell(db: Queryable, id: string): Promise<Replaced | undefined> {
  const { rows } = await db.query<
    Omit<Replaced, 'sms' | 'mail'> & { sms: PhoneNumber | null; mail: string | null }
  >(
    `SELECT r.person, r.channel, r.before, r.after, p.name, p.language, p.email AS mail, p.quiet,
       EXISTS (SELECT FROM contact_method o WHERE o.address = r.before AND o.person <> r.person) AS "isPassedOn",
       (SELECT address FROM contact_method s WHERE s.person = r.person AND s.channel = 'sms' AND s.state = 'ok') AS sms
     FROM replaced_number r JOIN person p ON p.key = r.person
       JOIN contact_method m ON m.person = r.person AND m.channel = r.channel AND m.address = r.after
     WHERE r.id::text = $1 AND r.told_at IS NULL AND m.verified_at IS NULL`,
    [id],
  );
  const [row] = rows;
  return row && { ...row, sms: row.sms ?? undefined, mail: row.mail ?? undefined };
}

/** Takes it for this transaction. False when another has told it, or does so just now. */
export async function claimReplaced({ db, now }: Unit, id: string): Promise<boolean> {
  const taken = await db
    .update(replacedNumber)
    .set({ toldAt: now })
    .where(and(eq(replacedNumber.id, id), isNull(replacedNumber.toldAt)))
    .returning({ id: replacedNumber.id });
  return taken.length > 0;
}

/** Notes by what it was told. Run when that is written. */
export async function noteReplacedTold(
  { db }: Unit,
  id: string,
  by: { textId?: string; oldTextId?: string; mailId?: string },
): Promise<void> {
  if (Object.keys(by).length === 0) return;
  await db.update(replacedNumber).set(by).where(eq(replacedNumber.id, id));
}
