import type { Queryable } from '../database/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import type { Responder, Roster } from './roster.ts';
import type { Channel, ContactState } from './tables.ts';

interface RosterRow {
  key: string;
  name: string;
  language: string;
  roles: string[];
  contacts: { channel: Channel; address: string; state: ContactState }[];
  duty: { role: string; position: number }[] | null;
}

const RESERVE_ROLES = ['supervisor', 'manager', 'senior-technician', 'technician'];

/** Nobody wakes a whole company: of the reserve so many are asked, those who answer for most first. */
const MOST_IN_RESERVE = 20;

const SEAT = `
  seat AS (
    SELECT person, jsonb_agg(jsonb_build_object('role', role, 'position', position)) AS duty
    FROM duty WHERE desk = $1 GROUP BY person)`;

const COLUMNS = `
  SELECT p.key, p.name, p.language, p.roles,
    coalesce((SELECT jsonb_agg(jsonb_build_object('channel', m.channel, 'address', m.address, 'state', m.state))
              FROM contact_method m WHERE m.person = p.key), '[]') AS contacts,
    seat.duty`;

const DUTY = `WITH ${SEAT} ${COLUMNS} FROM seat JOIN person p ON p.key = seat.person ORDER BY p.key`;

const ROSTER = `
  WITH ${SEAT},
  reserve AS (
    SELECT key FROM person p WHERE (roles && $2::text[] OR key = $4::text) AND key NOT IN (SELECT person FROM seat)
    ORDER BY key = $4::text DESC, ($2::text[])[1] = ANY (roles) DESC, ($2::text[])[2] = ANY (roles) DESC, ($2::text[])[3] = ANY (roles) DESC, key LIMIT $3)
  ${COLUMNS} FROM person p LEFT JOIN seat ON seat.person = p.key
  WHERE p.key IN (SELECT person FROM seat) OR p.key IN (SELECT key FROM reserve)
  ORDER BY p.key`;

/** Who answers for `desk` now. `also` is a person who must be in it, on duty or not. */
export async function loadRoster(db: Queryable, desk: string, also = ''): Promise<Roster> {
  const values = [desk, RESERVE_ROLES, MOST_IN_RESERVE, also];
  const { rows } = await db.query<RosterRow>({ name: 'roster', text: ROSTER, values });
  return toRoster(rows);
}

/** Who is on duty for `desk` now, without the reserve: whoever finds nobody here reads the whole roster. */
export async function loadDuty(db: Queryable, desk: string): Promise<Roster> {
  const { rows } = await db.query<RosterRow>({ name: 'duty', text: DUTY, values: [desk] });
  return toRoster(rows);
}

function toRoster(rows: RosterRow[]): Roster {
  const seats = rows.flatMap((row) =>
    (row.duty ?? []).map((seat) => ({ ...seat, person: toResponder(row) })),
  );
  const duty: Record<string, Responder[]> = {};
  for (const seat of seats.sort((a, b) => a.position - b.position))
    (duty[seat.role] ??= []).push(seat.person);
  const reserve = rows.filter((row) => row.duty === null).map(toResponder);
  return { duty, reserve: reserve.sort((a, b) => rank(a) - rank(b)) };
}

function rank(responder: Responder): number {
  return Math.min(...responder.roles.map((role) => RESERVE_ROLES.indexOf(role)).filter((r) => r >= 0));
}

function toResponder(row: RosterRow): Responder {
  const contacts: Responder['contacts'] = {};
  for (const { channel, address, state } of row.contacts)
    contacts[channel] = { address: address as PhoneNumber, state };
  return { key: row.key, name: row.name, language: row.language, roles: row.roles, contacts };
}

/** The person whose phone this is, whatever the state of the number; undefined for a stranger. */
export async function personByNumber(db: Queryable, number: string): Promise<Responder | undefined> {
  const { rows } = await db.query<RosterRow>(
    `SELECT p.key, p.name, p.language, p.roles, '[]'::jsonb AS contacts, NULL AS duty
     FROM contact_method m JOIN person p ON p.key = m.person WHERE m.address = $1 ORDER BY m.channel LIMIT 1`,
    [number],
  );
  return rows[0] && toResponder(rows[0]);
}

/** Notes that a number cannot be used, or can again. True when that is news. */
export async function setContactState(
  db: Queryable,
  address: string,
  channel: Channel,
  state: ContactState,
  reason: string | undefined,
  at: Date,
): Promise<boolean> {
  const since = state === 'ok' ? null : at;
  const { rowCount } = await db.query(
    `UPDATE contact_method SET state = $3, state_reason = $4, state_since = $5
     WHERE address = $1 AND channel = $2 AND state <> $3`,
    [address, channel, state, reason ?? null, since],
  );
  return (rowCount ?? 0) > 0;
}

/** The name of a person, for lines that tell others who has a case. */
export async function personName(db: Queryable, key: string | null): Promise<string | undefined> {
  if (key === null) return undefined;
  const { rows } = await db.query<{ name: string }>('SELECT name FROM person WHERE key = $1', [key]);
  return rows[0]?.name;
}

/** Everybody who has a number to call, for the simulated phones. */
export async function peopleWithPhones(
  db: Queryable,
): Promise<{ key: string; name: string; role: string; number: string }[]> {
  const { rows } = await db.query<{ key: string; name: string; role: string; number: string }>(
    `SELECT p.key, p.name, coalesce(p.roles[1], '') AS role, m.address AS number
     FROM person p JOIN contact_method m ON m.person = p.key AND m.channel = 'voice'
     ORDER BY array_position(ARRAY['senior-technician', 'sales', 'technician', 'supervisor'], p.roles[1]), p.name`,
  );
  return rows;
}

/** Where a person is texted, and in which language; undefined when texts do not reach them. */
export async function textAddressOf(
  db: Queryable,
  person: string,
): Promise<{ address: PhoneNumber; language: string } | undefined> {
  const { rows } = await db.query<{ address: PhoneNumber; language: string }>(
    `SELECT m.address, p.language FROM contact_method m JOIN person p ON p.key = m.person
     WHERE m.person = $1 AND m.channel = 'sms' AND m.state = 'ok'`,
    [person],
  );
  return rows[0];
}

/** The language of the person whom a call of ours is to; undefined for a call to somebody else. */
export async function languageOfCalled(db: Queryable, callId: string): Promise<string | undefined> {
  const { rows } = await db.query<{ language: string }>({
    name: 'language-of-called',
    text: 'SELECT p.language FROM call c JOIN person p ON p.key = c.person WHERE c.id = $1',
    values: [callId],
  });
  return rows[0]?.language;
}
