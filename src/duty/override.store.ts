import type { Queryable } from '../database/index.ts';
import { newId } from '../kernel/index.ts';
import { lookAtOnce } from './schedule.store.ts';

/** Somebody in the place of `insteadOf`, in `seat`, or of `insteadOf` in `seat`: one of the two must be said. */
export interface NewOverride {
  desk: string;
  role: string;
  seat?: string | undefined;
  insteadOf?: string | undefined;
  person: string;
  from: Date;
  to: Date;
  why: string;
  /** The swap that it follows from. */
  swap?: string | undefined;
}

interface Hand {
  by: string;
  now: Date;
}

/** Writes an override that nothing stands against (`faultsOfOverride`); its id. */
export async function addOverride(db: Queryable, of: NewOverride, { by, now }: Hand): Promise<string> {
  const id = newId(now);
  await db.query(
    `INSERT INTO duty_override
       (id, desk, role, seat, instead_of, person, from_at, to_at, why, swap, made_at, made_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[id, of.desk, of.role, of.seat ?? null, of.insteadOf ?? null, of.person],
      ...[of.from, of.to, of.why, of.swap ?? null, now, by],
    ],
  );
  await lookAtOnce(db, now);
  return id;
}

/** Takes an override back; what was true until now stays so. False when there is none, or it is over. */
export async function withdrawOverride(db: Queryable, id: string, { by, now }: Hand): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE duty_override SET withdrawn_at = $2, withdrawn_by = $3
     WHERE id = $1 AND withdrawn_at IS NULL AND to_at > $2`,
    [id, now, by],
  );
  const isDone = (rowCount ?? 0) > 0;
  if (isDone) await lookAtOnce(db, now);
  return isDone;
}

export interface NewLeave {
  person: string;
  from: Date;
  to: Date;
  why: string;
  /** The event of a calendar that it comes from; undefined: written by hand. */
  source?: string | undefined;
}

/** Writes that somebody is away, unless exactly that is known. True when it was written. */
export async function addLeave(db: Queryable, leave: NewLeave, { by, now }: Hand): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO duty_leave (id, person, from_at, to_at, why, source, made_at, made_by)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE NOT EXISTS (
       SELECT FROM duty_leave WHERE person = $2 AND from_at = $3 AND to_at = $4 AND withdrawn_at IS NULL)`,
    [newId(now), leave.person, leave.from, leave.to, leave.why, leave.source ?? null, now, by],
  );
  return (rowCount ?? 0) > 0;
}

/** Takes leave back; what was true until now stays so. False when there is none, it is over, or not of `as`. */
export async function withdrawLeave(
  db: Queryable,
  id: string,
  { by, now, as }: Hand & { as?: string | undefined },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE duty_leave SET withdrawn_at = $2, withdrawn_by = $3
     WHERE id = $1 AND withdrawn_at IS NULL AND to_at > $2 AND person = coalesce($4, person)`,
    [id, now, by, as ?? null],
  );
  return (rowCount ?? 0) > 0;
}

/** The time that an override or leave counts in; of leave at every desk. Undefined when there is neither. */
export async function stretchOf(
  db: Queryable,
  id: string,
): Promise<{ desk: string | undefined; from: Date; to: Date } | undefined> {
  const { rows } = await db.query<{ desk: string | null; from: Date; to: Date }>(
    `SELECT desk, from_at AS "from", to_at AS "to" FROM duty_override WHERE id = $1 AND withdrawn_at IS NULL
     UNION ALL SELECT NULL, from_at, to_at FROM duty_leave WHERE id = $1 AND withdrawn_at IS NULL`,
    [id],
  );
  const [row] = rows;
  return row && { ...row, desk: row.desk ?? undefined };
}

/** A person's leave that came from a calendar and is not over. */
export async function leaveFromCalendar(
  db: Queryable,
  person: string,
  now: Date,
): Promise<{ id: string; source: string; from: Date; to: Date }[]> {
  const { rows } = await db.query<{ id: string; source: string; from: Date; to: Date }>(
    `SELECT id, source, from_at AS "from", to_at AS "to" FROM duty_leave
     WHERE person = $1 AND source IS NOT NULL AND withdrawn_at IS NULL AND to_at > $2 ORDER BY from_at, id`,
    [person, now],
  );
  return rows;
}
