import type { Database } from '../../database/index.ts';

/** A call that is on the line, of a case that may have to be registered or of none yet. */
export interface LiveCall {
  readonly id: string;
  readonly at: Date;
  readonly desk: string;
  readonly number: string | undefined;
  readonly callerName: string | undefined;
  readonly company: string | undefined;
  readonly caseNumber: string | undefined;
  readonly isRegistered: boolean;
}

/** A case that is not registered yet. */
export interface UnregisteredCase {
  readonly number: string;
  readonly desk: string;
  readonly openedAt: Date;
  readonly caller: string | undefined;
  readonly callerName: string | undefined;
  readonly company: string | undefined;
  readonly savedBy: string | undefined;
  readonly waitsForSupervisor: boolean;
  readonly hasCall: boolean;
}

const mostRows = 200;

/** Callers on the line, whoever rang last first. */
export async function readLiveOperatorCalls(db: Database): Promise<LiveCall[]> {
  const { rows } = await db.$client.query<{
    id: string;
    at: Date;
    desk: string;
    number: string | null;
    caller_name: string | null;
    company: string | null;
    case_number: string | null;
    is_registered: boolean;
  }>(
    `SELECT c.id, c.created_at AS at, c.desk, c.from_number AS number, coalesce(s.contact_name, w.contact) AS caller_name,
       coalesce(k.name, w.company) AS company, s.number AS case_number, r.registered_at IS NOT NULL AS is_registered
     FROM call c LEFT JOIN support_case s ON s.id = c.case_id LEFT JOIN customer k ON k.key = s.customer
     LEFT JOIN registration r ON r.case_id = s.id
     LEFT JOIN LATERAL (SELECT cc.name AS contact, cu.name AS company FROM customer_contact cc
       JOIN customer cu ON cu.key = cc.customer WHERE cc.phone = c.from_number ORDER BY cu.key LIMIT 1) w ON true
     WHERE c.direction = 'inbound' AND c.purpose = 'support' AND c.ended_at IS NULL
       AND (s.id IS NULL OR s.kind IN ('registration', 'unsorted'))
     ORDER BY c.created_at DESC LIMIT $1`,
    [mostRows],
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    desk: row.desk,
    number: row.number ?? undefined,
    callerName: row.caller_name ?? undefined,
    company: row.company ?? undefined,
    caseNumber: row.case_number ?? undefined,
    isRegistered: row.is_registered,
  }));
}

/** The cases that wait to be registered, oldest first. */
export async function readUnregistered(db: Database): Promise<UnregisteredCase[]> {
  const { rows } = await db.$client.query<{
    number: string;
    desk: string;
    opened_at: Date;
    caller: string | null;
    caller_name: string | null;
    company: string | null;
    saved_by: string | null;
    waits: boolean;
    has_call: boolean;
  }>(
    `SELECT s.number, s.desk, s.opened_at, s.caller, coalesce(nullif(r.fields -> 'name' ->> 'value', ''), s.contact_name)
         AS caller_name, k.name AS company, r.saved_by, r.refused_at IS NOT NULL AS waits, i.case_id IS NOT NULL AS has_call
     FROM support_case s LEFT JOIN registration r ON r.case_id = s.id
     LEFT JOIN customer k ON k.key = coalesce(nullif(r.fields -> 'customer' ->> 'value', ''), s.customer)
     LEFT JOIN LATERAL (SELECT c.case_id FROM call c WHERE c.case_id = s.id AND c.direction = 'inbound' LIMIT 1) i ON true
     WHERE s.kind IN ('registration', 'unsorted') AND s.status NOT IN ('resolved', 'closed', 'cancelled')
       AND r.registered_at IS NULL
     ORDER BY s.opened_at, s.id LIMIT $1`,
    [mostRows],
  );
  return rows.map((row) => ({
    number: row.number,
    desk: row.desk,
    openedAt: row.opened_at,
    caller: row.caller ?? undefined,
    callerName: row.caller_name ?? undefined,
    company: row.company ?? undefined,
    savedBy: row.saved_by ?? undefined,
    waitsForSupervisor: row.waits,
    hasCall: row.has_call,
  }));
}
