import type { Queryable } from '../database/index.ts';
import { roleDefinitionSchema } from './definition.ts';
import type { DeskDuty, RoleDefinition } from './schedule.ts';

/**
 * Parts of a WITH that read the duty of desk $1 from $2 to $3: `version`, `listed`, `override` and `away`. For statements
 * that read more together with it.
 */
export const dutyParts = `
  version AS (
    SELECT s.role, s.valid_from, s.definition FROM duty_schedule s
    WHERE s.desk = $1 AND s.valid_from <= $3 AND (s.valid_from > $2 OR s.valid_from =
      (SELECT max(b.valid_from) FROM duty_schedule b WHERE b.desk = $1 AND b.role = s.role AND b.valid_from <= $2))),
  listed AS (SELECT role, position, person FROM duty WHERE desk = $1),
  override AS (
    SELECT id, role, seat, instead_of, person, from_at, least(to_at, withdrawn_at) AS to_at, made_at FROM duty_override
    WHERE desk = $1 AND to_at > $2 AND from_at <= $3
      AND (withdrawn_at IS NULL OR (withdrawn_at > from_at AND withdrawn_at > $2))),
  away AS (
    SELECT person, from_at, least(to_at, withdrawn_at) AS to_at FROM duty_leave
    WHERE to_at > $2 AND from_at <= $3
      AND (withdrawn_at IS NULL OR (withdrawn_at > from_at AND withdrawn_at > $2)))`;

/** Everybody whom those parts name. */
export const dutyPeople = `
  SELECT person FROM listed UNION SELECT person FROM override UNION
  SELECT jsonb_array_elements_text(jsonb_path_query_array(definition, '$.seats[*].layers[*].people[*]')) FROM version`;

/** The columns that `toDeskDuty` reads, from those parts. */
export const dutyColumns = `
  (SELECT jsonb_agg(to_jsonb(version) ORDER BY valid_from) FROM version) AS versions,
  (SELECT jsonb_agg(to_jsonb(listed) ORDER BY position) FROM listed) AS listed,
  (SELECT jsonb_agg(to_jsonb(override) ORDER BY made_at, id) FROM override) AS overrides,
  (SELECT jsonb_agg(to_jsonb(away)) FROM away) AS away`;

/** What `dutyColumns` gives: null where there is none. */
export interface DutyColumns {
  versions: { role: string; valid_from: string; definition: unknown }[] | null;
  listed: { role: string; person: string }[] | null;
  overrides:
    | {
        id: string;
        role: string;
        seat: string | null;
        instead_of: string | null;
        person: string;
        from_at: string;
        to_at: string;
      }[]
    | null;
  away: { person: string; from_at: string; to_at: string }[] | null;
}

export function toDeskDuty(desk: string, row: DutyColumns): DeskDuty {
  const lists: Record<string, string[]> = {};
  for (const { role, person } of row.listed ?? []) (lists[role] ??= []).push(person);
  return {
    desk,
    lists,
    versions: (row.versions ?? []).map(({ role, valid_from, definition }) => ({
      role,
      validFrom: new Date(valid_from),
      definition: definition === null ? null : readDefinition(definition),
    })),
    overrides: (row.overrides ?? []).map(({ seat, instead_of, from_at, to_at, ...of }) => ({
      id: of.id,
      role: of.role,
      person: of.person,
      seat: seat ?? undefined,
      insteadOf: instead_of ?? undefined,
      from: new Date(from_at),
      to: new Date(to_at),
    })),
    leave: (row.away ?? []).map(({ person, from_at, to_at }) => ({
      person,
      from: new Date(from_at),
      to: new Date(to_at),
    })),
  };
}

/**
 * Nothing is stored that the schema does not take. What was changed by hand all the same is a schedule without seats:
 * a round finds a hole, brings the supervisor in and says so, instead of failing.
 */
function readDefinition(stored: unknown): RoleDefinition {
  const { data } = roleDefinitionSchema.safeParse(stored);
  return data ?? { timeZone: 'UTC', seats: [] };
}

/** The duty of a desk, as far as it counts between two instants. */
export async function loadDeskDuty(db: Queryable, desk: string, from: Date, to: Date): Promise<DeskDuty> {
  const { rows } = await db.query<DutyColumns>({
    name: 'desk-duty',
    text: `WITH ${dutyParts} SELECT ${dutyColumns}`,
    values: [desk, from, to],
  });
  return toDeskDuty(desk, rows[0] ?? { versions: null, listed: null, overrides: null, away: null });
}

/** The desks at which somebody has a seat by list or by schedule, now or some day, by their keys. */
export async function desksOf(db: Queryable, person: string): Promise<string[]> {
  const { rows } = await db.query<{ desk: string }>(
    `SELECT desk FROM duty WHERE person = $1 UNION SELECT desk FROM duty_schedule
     WHERE jsonb_path_exists(definition, '$.seats[*].layers[*].people[*] ? (@ == $person)', jsonb_build_object('person', $1::text))
     ORDER BY desk`,
    [person],
  );
  return rows.map(({ desk }) => desk);
}
