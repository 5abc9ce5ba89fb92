import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Queryable } from '../database/index.ts';
import { newId, type PhoneNumber } from '../kernel/index.ts';
import type { Unit } from '../service/index.ts';
import type { Tried } from './due.ts';
import { drill, drillPage, type DrillOutcome } from './tables.ts';
import type { LastTry } from './why-missed.ts';

/** The numbers of people that can be used, and when each was last shown to reach a human. */
export async function numbersOf(db: Queryable, people: readonly string[]): Promise<Map<string, Tried[]>> {
  const { rows } = await db.query<Tried & { person: string }>(
    `SELECT m.person, m.channel, m.address, (SELECT max(p.reached_at) FROM drill_page p
       WHERE p.person = m.person AND p.channel = m.channel AND p.address = m.address) AS "reachedAt"
     FROM contact_method m WHERE m.person = ANY ($1) AND m.state = 'ok' ORDER BY m.channel`,
    [people],
  );
  const numbers = new Map<string, Tried[]>();
  for (const { person, ...tried } of rows) numbers.set(person, [...(numbers.get(person) ?? []), tried]);
  return numbers;
}

export interface NewDrill {
  desk: string;
  person: string;
  shiftAt: Date;
  verdictAt: Date;
  pages: readonly { channel: 'voice' | 'sms'; address: string; code: string | undefined }[];
}

/** Begins a drill; its id. Undefined when there is one for that shift, or another of that person is under way. */
export async function openDrill(
  { tx, now }: Unit,
  { desk, person, shiftAt, verdictAt, pages }: NewDrill,
): Promise<string | undefined> {
  const id = newId(now);
  const { rowCount } = await tx.query(
    `INSERT INTO drill (id, desk, person, shift_at, begun_at, verdict_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING`,
    [id, desk, person, shiftAt, now, verdictAt],
  );
  if (!rowCount) return undefined;
  for (const { channel, address, code } of pages) {
    await tx.query(
      'INSERT INTO drill_page (id, drill_id, person, channel, address, code) VALUES ($1, $2, $3, $4, $5, $6)',
      [newId(now), id, person, channel, address, code ?? null],
    );
  }
  return id;
}

export interface OpenDrill {
  id: string;
  desk: string;
  person: string;
  shiftAt: Date;
  begunAt: Date;
  verdictAt: Date;
}

/** A drill that is under way, locked: one turn of it at a time. */
export async function lockDrill(tx: Queryable, id: string): Promise<OpenDrill | undefined> {
  const { rows } = await tx.query<OpenDrill>(
    `SELECT id, desk, person, shift_at AS "shiftAt", begun_at AS "begunAt", verdict_at AS "verdictAt"
     FROM drill WHERE id = $1 AND ended_at IS NULL FOR UPDATE`,
    [id],
  );
  return rows[0];
}

export interface DrillPage extends LastTry {
  id: string;
  address: PhoneNumber;
  code: string | null;
  tries: number;
  reachedAt: Date | null;
  /** The person still has this number, and it can be used. */
  isInUse: boolean;
}

export async function pagesOfDrill(db: Queryable, drillId: string): Promise<DrillPage[]> {
  const { rows } = await db.query<DrillPage>(
    `SELECT p.id, p.channel, p.address, p.code, p.tries, p.reached_at AS "reachedAt",
       coalesce(c.status, t.status) AS status, c.answered_at IS NOT NULL AS "wasAnswered",
       coalesce(c.error_code, t.error_code) AS "errorCode",
       EXISTS (SELECT FROM contact_method m WHERE m.person = p.person AND m.channel = p.channel
         AND m.address = p.address AND m.state = 'ok') AS "isInUse"
     FROM drill_page p LEFT JOIN call c ON c.id = p.call_id LEFT JOIN text_message t ON t.id = p.text_id
     WHERE p.drill_id = $1 ORDER BY p.channel DESC`,
    [drillId],
  );
  return rows;
}

export async function noteTry(
  { tx, now }: Unit,
  pageId: string,
  by: { callId?: string; textId?: string },
): Promise<void> {
  await tx.query(
    `UPDATE drill_page SET tries = tries + 1, tried_at = $2, call_id = coalesce($3, call_id), text_id = coalesce($4, text_id)
     WHERE id = $1`,
    [pageId, now, by.callId ?? null, by.textId ?? null],
  );
}

export async function noteMiss({ db, now }: Unit, pageId: string, why: string): Promise<void> {
  await db
    .update(drillPage)
    .set({ failedWith: why, triedAt: sql`coalesce(${drillPage.triedAt}, ${now.toISOString()}::timestamptz)` })
    .where(and(eq(drillPage.id, pageId), isNull(drillPage.reachedAt)));
}

export async function endDrill({ db, now }: Unit, id: string, outcome: DrillOutcome): Promise<void> {
  await db.update(drill).set({ endedAt: now, outcome }).where(eq(drill.id, id));
}

/** Ends drills whose verdict was due before that and that no turn has ended. */
export async function endForgotten({ tx, now }: Unit, dueBefore: Date): Promise<void> {
  await tx.query(
    `UPDATE drill SET ended_at = $1, outcome = 'not-needed' WHERE id IN (
       SELECT id FROM drill WHERE ended_at IS NULL AND verdict_at < $2 ORDER BY id FOR UPDATE SKIP LOCKED)`,
    [now, dueBefore],
  );
}

/** Whether somebody of the desk is being paged for a case: a test can wait. */
export async function isPaging(db: Queryable, desk: string): Promise<boolean> {
  const { rows } = await db.query(`SELECT FROM paging WHERE desk = $1 AND status = 'open' LIMIT 1`, [desk]);
  return rows.length > 0;
}

/** What a supervisor was told of and may still have to mend: a drill that was missed, by a number that has not been reached since. */
export async function missedDrills(
  db: Queryable,
  since: Date,
): Promise<{ desk: string; person: string; shiftAt: Date }[]> {
  const { rows } = await db.query<{ desk: string; person: string; shiftAt: Date }>(
    `SELECT d.desk, d.person, d.shift_at AS "shiftAt" FROM drill d WHERE d.outcome = 'missed' AND d.shift_at > $1
       AND EXISTS (SELECT FROM drill_page p JOIN contact_method m
           ON m.person = p.person AND m.channel = p.channel AND m.address = p.address
         WHERE p.drill_id = d.id AND p.failed_with IS NOT NULL AND NOT EXISTS (SELECT FROM drill_page o
           WHERE o.person = p.person AND o.channel = p.channel AND o.address = p.address AND o.reached_at >= d.begun_at))`,
    [since],
  );
  return rows;
}
