import type { Database } from '../../database/index.ts';

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
  /** The open case on which its call is put when nobody is called about it any more. */
  readonly putOn: string | undefined;
  /** To be called back before it can be registered, with the number that reaches them as it was typed. */
  readonly callBack: { readonly at: Date; readonly by: string; readonly why: string } | undefined;
  readonly phone: string | undefined;
}

const mostRows = 200;

/** The cases that wait to be registered and whose caller is on the line no more, oldest first. */
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
    put_on: string | null;
    call_back_at: Date | null;
    call_back_by: string | null;
    call_back_why: string | null;
    phone: string | null;
  }>(
    `SELECT s.number, s.desk, s.opened_at, s.caller, coalesce(nullif(r.fields -> 'name' ->> 'value', ''), s.contact_name)
         AS caller_name, k.name AS company, r.saved_by, r.refused_at IS NOT NULL AS waits, i.case_id IS NOT NULL AS has_call, o.number AS put_on,
       r.call_back_at, r.call_back_by, r.call_back_why,
       coalesce(nullif(r.fields -> 'phone' ->> 'value', ''), s.callback_number, s.caller) AS phone
     FROM support_case s LEFT JOIN registration r ON r.case_id = s.id LEFT JOIN support_case o ON o.id = r.put_on
     LEFT JOIN customer k ON k.key = coalesce(nullif(r.fields -> 'customer' ->> 'value', ''), s.customer)
     LEFT JOIN LATERAL (SELECT c.case_id FROM call c WHERE c.case_id = s.id AND c.direction = 'inbound' LIMIT 1) i ON true
     WHERE s.kind IN ('registration', 'unsorted') AND s.status NOT IN ('resolved', 'closed', 'cancelled')
       AND r.registered_at IS NULL AND NOT EXISTS (SELECT FROM call l WHERE l.case_id = s.id AND l.direction = 'inbound'
         AND l.purpose = 'support' AND l.ended_at IS NULL)
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
    putOn: row.put_on ?? undefined,
    callBack:
      row.call_back_at === null
        ? undefined
        : { at: row.call_back_at, by: row.call_back_by ?? '', why: row.call_back_why ?? '' },
    phone: row.phone ?? undefined,
  }));
}
