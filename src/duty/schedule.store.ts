import type { Queryable } from '../database/index.ts';
import { roleDefinitionSchema } from './definition.ts';
import type { RoleDefinition } from './schedule.ts';

/** A schedule as it is to be put in force for a role of a desk; null: the duty list again. */
export interface NewVersion {
  desk: string;
  role: string;
  validFrom: Date;
  definition: RoleDefinition | null;
}

/**
 * Puts a schedule in force. One that says what is in force then anyway is not written again. True when it was written.
 * @throws ZodError when the definition is none.
 */
export async function setSchedule(
  db: Queryable,
  { desk, role, validFrom, definition }: NewVersion,
  { by, now }: { by: string; now: Date },
): Promise<boolean> {
  const checked = definition === null ? null : roleDefinitionSchema.parse(definition);
  const { rowCount } = await db.query(
    `INSERT INTO duty_schedule (desk, role, valid_from, definition, set_at, set_by)
     SELECT $1, $2, $3, $4::jsonb, $5, $6
     WHERE (SELECT definition FROM duty_schedule WHERE desk = $1 AND role = $2 AND valid_from <= $3
            ORDER BY valid_from DESC LIMIT 1) IS DISTINCT FROM $4::jsonb
     ON CONFLICT (desk, role, valid_from) DO UPDATE
       SET definition = excluded.definition, set_at = excluded.set_at, set_by = excluded.set_by`,
    [desk, role, validFrom, checked === null ? null : JSON.stringify(checked), now, by],
  );
  const isWritten = (rowCount ?? 0) > 0;
  if (isWritten) await lookAtOnce(db, now);
  return isWritten;
}

/** The tasks that go through all schedules again and again. */
export const scheduleRounds = { handoffs: 'duty.tell', drills: 'drill.begin' } as const;
/** So long they wait where there is no schedule to go through: the first one that is set wakes them. */
export const NO_SCHEDULE_MS = 6 * 3_600_000;

/** Has handoffs and drills looked at as soon as the change that this is part of is there. */
export async function lookAtOnce(db: Queryable, now: Date): Promise<void> {
  await db.query('UPDATE task SET due_at = $1 WHERE key = ANY($2) AND owner IS NULL AND due_at > $1', [
    now,
    Object.values(scheduleRounds),
  ]);
}

/** A schedule that is or was in force, or is going to be. */
export type StoredVersion = NewVersion;

/** The schedules of all desks and roles, oldest first. */
export async function loadVersions(db: Queryable): Promise<StoredVersion[]> {
  const { rows } = await db.query<StoredVersion>(
    `SELECT desk, role, valid_from AS "validFrom", definition FROM duty_schedule ORDER BY valid_from`,
  );
  return rows;
}

/** The desks of which some role has, had or will have a schedule: at all others nothing changes hands by itself. */
export async function desksWithSchedules(db: Queryable): Promise<Set<string>> {
  const { rows } = await db.query<{ desk: string }>({
    name: 'desks-with-schedules',
    text: 'SELECT DISTINCT desk FROM duty_schedule',
  });
  return new Set(rows.map(({ desk }) => desk));
}
