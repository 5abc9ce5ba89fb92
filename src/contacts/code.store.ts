import { and, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import type { Unit } from '../service/index.ts';
import { CODE_GOOD_MS, MOST_TRIES, type CodesSent } from './limits.ts';
import { contactCode } from './tables.ts';

type Channel = 'voice' | 'sms';
const HOUR_MS = 3_600_000;
const KEPT_MS = 24 * HOUR_MS;

/**
 * How many codes were sent within the hour; those of whoever asks at the same time included: they wait for each other.
 */
export async function codesSent(
  { tx, now }: Unit,
  of: { person: string; address: string; by: string },
): Promise<CodesSent> {
  await waitForOthers(tx);
  await tx.query('DELETE FROM contact_code WHERE made_at < $1', [new Date(now.getTime() - KEPT_MS)]);
  const { rows } = await tx.query<CodesSent>(
    `SELECT count(*) FILTER (WHERE person = $1)::int AS "toPerson", count(*) FILTER (WHERE address = $2)::int AS "toNumber",
       count(*) FILTER (WHERE made_by = $3)::int AS "byAccount" FROM contact_code WHERE made_at > $4`,
    [of.person, of.address, of.by, new Date(now.getTime() - HOUR_MS)],
  );
  return rows[0] ?? { toPerson: 0, toNumber: 0, byAccount: 0 };
}

/** Whoever sends or uses a code at the same time is waited for. */
async function waitForOthers(tx: Queryable): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(4747, 4)');
}

export interface NewContactCode {
  id: string;
  person: string;
  channel: Channel;
  address: PhoneNumber;
  by: string;
  callId: string | undefined;
}

/** Writes that a code is under way; one that was before it for the same channel is void. */
export async function openCode({ db, now }: Unit, code: NewContactCode): Promise<void> {
  const { id, person, channel, address, by, callId } = code;
  await db
    .update(contactCode)
    .set({ endedAt: now })
    .where(
      and(eq(contactCode.person, person), eq(contactCode.channel, channel), isNull(contactCode.endedAt)),
    );
  const expiresAt = new Date(now.getTime() + CODE_GOOD_MS);
  await db
    .insert(contactCode)
    .values({ id, person, channel, address, madeAt: now, madeBy: by, expiresAt, callId: callId ?? null });
}

/** A code that is under way. */
export interface OpenCode {
  id: string;
  channel: Channel;
  address: string;
  expiresAt: Date;
  tries: number;
}

const COLUMNS = 'id, channel, address, expires_at AS "expiresAt", tries';
const IS_OPEN = `person = $1 AND ended_at IS NULL AND expires_at > $2 AND tries < ${MOST_TRIES}`;

/** A code that can still be typed, and whether its text or call is known to have come to nothing. */
export interface ShownCode extends OpenCode {
  hasFailed: boolean;
}

/** The codes of a person that can still be typed. */
export async function openCodesOf(db: Queryable, person: string, now: Date): Promise<ShownCode[]> {
  const text = `SELECT ${COLUMNS}, EXISTS (SELECT FROM text_message t WHERE t.id = contact_code.id
      AND t.status IN ('failed', 'undelivered'))
    OR EXISTS (SELECT FROM call c WHERE c.id = contact_code.call_id
      AND c.status IN ('failed', 'busy', 'no-answer', 'canceled')) AS "hasFailed"
    FROM contact_code WHERE ${IS_OPEN} ORDER BY channel`;
  return (await db.query<ShownCode>(text, [person, now])).rows;
}

/** The same of a channel, locked, one try later: whoever types several at once has no more tries than anybody else. */
export async function takeTry(
  { tx, now }: Unit,
  person: string,
  channel: Channel,
): Promise<OpenCode | undefined> {
  const { rows } = await tx.query<OpenCode>(
    `UPDATE contact_code SET tries = tries + 1 WHERE ${IS_OPEN} AND channel = $3 RETURNING ${COLUMNS}`,
    [person, now, channel],
  );
  return rows[0];
}

/** Whether a number is another person's: an answer from it, and a page to it, would be taken for theirs. */
export async function isAnothers(db: Queryable, person: string, address: string): Promise<boolean> {
  const { rows } = await db.query('SELECT FROM contact_method WHERE address = $2 AND person <> $1 LIMIT 1', [
    person,
    address,
  ]);
  return rows.length > 0;
}

/** The code came back: the number is the person's, and works, whatever was known of it. False when it has become another's. */
export async function useNumber(
  { tx, now }: Unit,
  person: string,
  { id, channel, address }: OpenCode,
): Promise<boolean> {
  await waitForOthers(tx);
  if (await isAnothers(tx, person, address)) return false;
  await tx.query('UPDATE contact_code SET ended_at = $2 WHERE id = $1', [id, now]);
  await tx.query(
    `INSERT INTO contact_method (person, channel, address, verified_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (person, channel) DO UPDATE SET address = excluded.address, verified_at = excluded.verified_at,
       state = 'ok', state_reason = NULL, state_since = NULL,
       lines = CASE WHEN contact_method.address = excluded.address THEN contact_method.lines ELSE 1 END`,
    [person, channel, address, now],
  );
  return true;
}

/** The row whose code a call reads out, while it is good; undefined afterwards. */
export async function codeOfCall(db: Queryable, callId: string, now: Date): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    'SELECT id FROM contact_code WHERE call_id = $1 AND ended_at IS NULL AND expires_at > $2',
    [callId, now],
  );
  return rows[0]?.id;
}

/** Somebody whose numbers are changed. */
export async function personOfKey(
  db: Queryable,
  key: string,
): Promise<{ name: string; language: string } | undefined> {
  const { rows } = await db.query<{ name: string; language: string }>(
    'SELECT name, language FROM person WHERE key = $1',
    [key],
  );
  return rows[0];
}
