import type { Queryable } from '../database/index.ts';
import { dutyColumns, dutyParts, dutyPeople, toDeskDuty, type DutyColumns } from '../duty/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import {
  mostInReserve,
  reserveRoles,
  rosterAt,
  usableChannels,
  type Responder,
  type Roster,
  type RosterSource,
} from './roster.ts';
import type { Channel, ContactState } from './tables.ts';

interface PersonRow {
  key: string;
  name: string;
  language: string;
  roles: string[];
  contacts: { channel: Channel; address: string; state: ContactState; lines: number }[];
}

const PERSON = `
  jsonb_build_object('key', p.key, 'name', p.name, 'language', p.language, 'roles', p.roles, 'contacts',
    coalesce((SELECT jsonb_agg(jsonb_build_object('channel', m.channel, 'address', m.address, 'state', m.state,
                'lines', m.lines))
              FROM contact_method m WHERE m.person = p.key), '[]'))`;

const DUTY = `
  WITH ${dutyParts}, named AS (${dutyPeople})
  SELECT ${dutyColumns},
    (SELECT jsonb_agg(${PERSON} ORDER BY p.key) FROM person p WHERE p.key IN (SELECT person FROM named)) AS people`;

const ROSTER = `
  WITH ${dutyParts}, named AS (${dutyPeople}),
  reserve AS (
    SELECT key FROM person p WHERE (roles && $4::text[] OR key = $6::text) AND NOT EXISTS (SELECT FROM named n WHERE n.person = p.key)
    ORDER BY key = $6::text DESC, ($4::text[])[1] = ANY (roles) DESC, ($4::text[])[2] = ANY (roles) DESC, ($4::text[])[3] = ANY (roles) DESC, key LIMIT $5)
  SELECT ${dutyColumns},
    (SELECT jsonb_agg(${PERSON} ORDER BY p.key) FROM person p
     WHERE p.key IN (SELECT person FROM named) OR p.key IN (SELECT key FROM reserve)) AS people`;

type SourceRow = DutyColumns & { people: PersonRow[] | null };

/** Who answers for `desk` at `now`. `also` is a person who must be in it, on duty or not. */
export async function loadRoster(db: Queryable, desk: string, now: Date, also = ''): Promise<Roster> {
  return rosterAt(await loadRosterSource(db, desk, { from: now, to: now }, also), now, also);
}

/** What the rosters of a desk follow from between two instants: one statement, whatever there is of schedules. */
export async function loadRosterSource(
  db: Queryable,
  desk: string,
  { from, to }: { from: Date; to: Date },
  also = '',
): Promise<RosterSource> {
  const values = [desk, from, to, reserveRoles, mostInReserve, also];
  const { rows } = await db.query<SourceRow>({ name: 'roster', text: ROSTER, values });
  return toSource(desk, rows[0]);
}

/** Who is on duty for `desk` at `now`, without the reserve: whoever finds nobody here reads the whole roster. */
export async function loadDuty(db: Queryable, desk: string, now: Date): Promise<Roster> {
  const { rows } = await db.query<SourceRow>({ name: 'duty', text: DUTY, values: [desk, now, now] });
  return { ...rosterAt(toSource(desk, rows[0]), now), reserve: [] };
}

function toSource(desk: string, row: SourceRow | undefined): RosterSource {
  const nothing = { versions: null, listed: null, overrides: null, away: null };
  const people = (row?.people ?? []).map(toResponder);
  return {
    duty: toDeskDuty(desk, row ?? nothing),
    people: new Map(people.map((person) => [person.key, person])),
  };
}

function toResponder(row: PersonRow): Responder {
  const contacts: Responder['contacts'] = {};
  for (const { channel, address, state, lines } of row.contacts)
    contacts[channel] = { address: address as PhoneNumber, state, ...(lines > 1 && { lines }) };
  return { key: row.key, name: row.name, language: row.language, roles: row.roles, contacts };
}

/** The person whose phone this is, whatever the state of the number; undefined for a stranger. */
export async function personByNumber(db: Queryable, number: string): Promise<Responder | undefined> {
  const { rows } = await db.query<PersonRow>(
    `SELECT p.key, p.name, p.language, p.roles, '[]'::jsonb AS contacts
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

/** Whether somebody is still reached at a number. */
export async function isContactOf(
  db: Queryable,
  person: string,
  channel: Channel,
  address: string,
): Promise<boolean> {
  const { rowCount } = await db.query(
    'SELECT 1 FROM contact_method WHERE person = $1 AND channel = $2 AND address = $3',
    [person, channel, address],
  );
  return (rowCount ?? 0) > 0;
}

/** The name of a person, for lines that tell others who has a case. */
export async function personName(db: Queryable, key: string | null): Promise<string | undefined> {
  if (key === null) return undefined;
  const { rows } = await db.query<{ name: string }>('SELECT name FROM person WHERE key = $1', [key]);
  return rows[0]?.name;
}

/** Somebody with a telephone, as the simulated phones know them. */
interface SimulatedPerson {
  key: string;
  name: string;
  role: string;
  number: string;
  lines: number;
}

/** Everybody who has a number to call, for the simulated phones. */
export async function peopleWithPhones(db: Queryable): Promise<SimulatedPerson[]> {
  const { rows } = await db.query<SimulatedPerson>(
    `SELECT p.key, p.name, coalesce(p.roles[1], '') AS role, m.address AS number, m.lines
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

/** Everybody, with whether a page would reach them. */
export async function loadPeople(db: Queryable): Promise<(Responder & { canBeReached: boolean })[]> {
  const { rows } = await db.query<{ person: PersonRow }>(
    `SELECT ${PERSON} AS person FROM person p ORDER BY p.key`,
  );
  return rows
    .map(({ person }) => toResponder(person))
    .map((person) => ({ ...person, canBeReached: usableChannels(person).length > 0 }));
}
