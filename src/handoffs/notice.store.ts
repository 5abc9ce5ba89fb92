import { and, eq } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import type { Unit } from '../service/index.ts';
import { isShort, type Notice } from './notices.ts';
import { dutyNotice } from './tables.ts';

const nameOf = (kind: string, person: string, at: Date): string => `${kind} ${person} ${at.getTime()}`;

/**
 * Of these notices those that nobody has been told of. That a short turn is over is told only to whoever was told that it
 * began, when it was still a longer one.
 */
export async function untold(db: Queryable, desk: string, notices: readonly Notice[]): Promise<Notice[]> {
  if (notices.length === 0) return [];
  const since = Math.min(
    ...notices.flatMap(({ at, turns }) => [at, ...turns.map(({ from }) => from)]).map(Number),
  );
  const { rows } = await db.query<{ kind: string; person: string; at: Date }>(
    'SELECT kind, person, at FROM duty_notice WHERE desk = $1 AND at >= $2',
    [desk, new Date(since)],
  );
  const told = new Set(rows.map(({ kind, person, at }) => nameOf(kind, person, at)));
  return notices.filter(({ kind, person, at, turns }) => {
    if (told.has(nameOf(kind, person, at))) return false;
    if (kind !== 'off') return true;
    return turns.some((turn) => !isShort(turn) || told.has(nameOf('on', person, turn.from)));
  });
}

/** Takes a notice for this transaction. False when another has told it, or does so just now. */
export async function claimNotice({ db, now }: Unit, desk: string, notice: Notice): Promise<boolean> {
  const { person, kind, at } = notice;
  const taken = await db
    .insert(dutyNotice)
    .values({ desk, person, kind, at, toldAt: now })
    .onConflictDoNothing()
    .returning({ kind: dutyNotice.kind });
  return taken.length > 0;
}

/** Notes by which text or mail a notice was told. Run when that is written. */
export async function noteTold(
  { db }: Unit,
  desk: string,
  { person, kind, at }: Notice,
  by: { textId?: string; mailId?: string },
): Promise<void> {
  await db
    .update(dutyNotice)
    .set(by)
    .where(
      and(
        eq(dutyNotice.desk, desk),
        eq(dutyNotice.person, person),
        eq(dutyNotice.kind, kind),
        eq(dutyNotice.at, at),
      ),
    );
}

/** Somebody as they are told something. */
export interface Addressee {
  key: string;
  name: string;
  language: string;
  /** Undefined where texts do not reach them. */
  sms: PhoneNumber | undefined;
  mail: string | undefined;
  quiet: string | null;
}

export async function addresseesOf(db: Queryable, keys: readonly string[]): Promise<Map<string, Addressee>> {
  const { rows } = await db.query<{
    key: string;
    name: string;
    language: string;
    sms: PhoneNumber | null;
    mail: string | null;
    quiet: string | null;
  }>(
    `SELECT p.key, p.name, p.language, p.email AS mail, p.quiet,
       (SELECT address FROM contact_method m WHERE m.person = p.key AND m.channel = 'sms' AND m.state = 'ok') AS sms
     FROM person p WHERE p.key = ANY ($1)`,
    [keys],
  );
  return new Map(
    rows.map((row) => [row.key, { ...row, sms: row.sms ?? undefined, mail: row.mail ?? undefined }]),
  );
}
