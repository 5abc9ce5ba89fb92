import type { Queryable } from '../database/index.ts';
import { newId } from '../kernel/index.ts';
import type { AlarmFacts, AlarmWords } from '../phrases/index.ts';
import { KINDS_IN_THE_WAY, subjectOf } from './ways.ts';

export interface NewAlarm {
  facts: AlarmFacts;
  /** Whose supervisors are told; undefined: those of the first desk. */
  desk: string | undefined;
}

/** An alarm whose cause is met after it has stood for so long is opened anew: whoever was told has gone off duty. */
const OPENED_ANEW_AFTER_MS = 12 * 3_600_000;

/** Opens an alarm unless one of its kind and subject is open; its id when it is new. */
export async function openAlarm(
  db: Queryable,
  { facts, desk }: NewAlarm,
  words: AlarmWords,
  now: Date,
): Promise<string | undefined> {
  const subject = subjectOf(facts);
  await db.query(
    `UPDATE alarm SET cleared_at = $3, cleared_because = 'opened anew'
     WHERE kind = $1 AND subject = $2 AND cleared_at IS NULL AND raised_at <= $4`,
    [facts.kind, subject, now, new Date(now.getTime() - OPENED_ANEW_AFTER_MS)],
  );
  const { rows } = await db.query<{ id: string }>(
    `INSERT INTO alarm (id, kind, subject, desk, message, what_to_do, facts, raised_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (kind, subject) WHERE cleared_at IS NULL DO NOTHING RETURNING id`,
    [newId(now), facts.kind, subject, desk ?? null, words.wrong, words.toDo, JSON.stringify(facts), now],
  );
  return rows[0]?.id;
}

/** Takes an alarm down when its cause is gone; true when it was up. */
export async function clearAlarm(
  db: Queryable,
  facts: AlarmFacts,
  because: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE alarm SET cleared_at = $3, cleared_because = $4 WHERE kind = $1 AND subject = $2 AND cleared_at IS NULL`,
    [facts.kind, subjectOf(facts), now, because],
  );
  return (rowCount ?? 0) > 0;
}

/** Takes one alarm down, known by its row; true when it was up. */
export async function clearAlarmById(
  db: Queryable,
  id: string,
  because: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await db.query(
    'UPDATE alarm SET cleared_at = $2, cleared_because = $3 WHERE id = $1 AND cleared_at IS NULL',
    [id, now, because],
  );
  return (rowCount ?? 0) > 0;
}

export interface OpenAlarm {
  id: string;
  desk: string | null;
  facts: AlarmFacts;
  raisedAt: Date;
}

/** Every alarm that stands, oldest first. */
export async function openAlarms(db: Queryable): Promise<OpenAlarm[]> {
  const { rows } = await db.query<OpenAlarm>(
    `SELECT id, desk, facts, raised_at AS "raisedAt" FROM alarm
     WHERE cleared_at IS NULL AND facts ? 'kind' ORDER BY raised_at, id LIMIT 1000`,
  );
  return rows;
}

export interface Hindrance {
  kind: string;
  since: Date;
}

/** What stands in the way of pages as far as is known, without a word of whom it is about. */
export async function hindrances(db: Queryable): Promise<Hindrance[]> {
  const { rows } = await db.query<Hindrance>(
    `SELECT kind, min(raised_at) AS since FROM alarm WHERE cleared_at IS NULL AND kind = ANY ($1)
     GROUP BY kind ORDER BY kind`,
    [KINDS_IN_THE_WAY],
  );
  return rows;
}

/** How many alarms of each kind stand. */
export async function countOpenAlarms(db: Queryable): Promise<{ kind: string; open: number }[]> {
  const { rows } = await db.query<{ kind: string; open: number }>(
    'SELECT kind, count(*)::int AS open FROM alarm WHERE cleared_at IS NULL GROUP BY kind ORDER BY kind',
  );
  return rows;
}
