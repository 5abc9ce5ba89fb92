import { openCaseIds } from '../../cases/index.ts';
import type { Database } from '../../database/index.ts';

/** Where a caller is: at an operator's ringing telephone, in talk, or somewhere on the way. */
export type CallPhase =
  | 'ringing'
  | 'on-the-way'
  | 'speaking'
  | 'aside'
  | 'transferring'
  | 'holding'
  | 'alone'
  | 'hung-up';

/** An open case of whoever calls. */
export interface CallersCase {
  readonly number: string;
  readonly summary: string;
  readonly status: string;
}

/** A call that operators see: on the line, or just over with nobody having registered it. */
export interface OperatorCall {
  readonly id: string;
  /** When it came. */
  readonly at: Date;
  readonly desk: string;
  readonly number: string | undefined;
  readonly callerName: string | undefined;
  readonly company: string | undefined;
  /** Whether the number is that of a contact who may register; undefined where nobody is known by it. */
  readonly isApproved: boolean | undefined;
  /** Those of the customer who may. */
  readonly approved: readonly string[];
  readonly caseNumber: string | undefined;
  readonly isRegistered: boolean;
  readonly phase: CallPhase;
  readonly phaseSince: Date;
  /** Whoever talks to the caller, or is about to. */
  readonly with: { readonly key: string; readonly name: string } | undefined;
  /** Whose telephones ring for it. */
  readonly ringsAt: readonly { readonly key: string; readonly name: string }[];
  /** When the next one is asked. */
  readonly nextAt: Date | undefined;
  readonly openCases: readonly CallersCase[];
  /** The open case on which the call is put when it is over. */
  readonly putOn: string | undefined;
}

interface Row {
  id: string;
  at: Date;
  desk: string;
  number: string | null;
  caller_name: string | null;
  company: string | null;
  is_approved: boolean | null;
  approved: string[] | null;
  case_number: string | null;
  is_registered: boolean;
  place: string;
  ended_at: Date | null;
  with_key: string | null;
  with_name: string | null;
  talks_since: Date | null;
  taken_by: string | null;
  taken_name: string | null;
  talks_elsewhere: boolean;
  reason: string | null;
  paged_since: Date | null;
  next_at: Date | null;
  rings_at: { key: string; name: string }[];
  open_cases: CallersCase[];
  put_on: string | null;
}

const mostRows = 200;
const mostCases = 5;

const openCases = openCaseIds({
  number: 'c.from_number',
  customer: 'coalesce(s.customer, w.customer)',
  only: `desk = c.desk AND id IS DISTINCT FROM s.id AND status <> 'resolved'`,
  most: mostCases,
});

const CALLS = `
  SELECT c.id, c.created_at AS at, c.desk, c.from_number AS number, coalesce(s.contact_name, w.contact) AS caller_name,
    coalesce(k.name, w.company) AS company, w.approved AS is_approved, s.number AS case_number,
    (SELECT array_agg(cc.name ORDER BY cc.name) FROM customer_contact cc
      WHERE cc.customer = coalesce(s.customer, w.customer) AND cc.approved) AS approved,
    r.registered_at IS NOT NULL AS is_registered, (SELECT number FROM support_case WHERE id = r.put_on) AS put_on, c.place, c.ended_at, t.person AS with_key, t.name AS with_name,
    greatest(t.bridged_at, c.bridged_at) AS talks_since, s.acknowledged_by AS taken_by, p.name AS taken_name, g.reason,
    EXISTS (SELECT FROM call e WHERE e.person = s.acknowledged_by AND e.ended_at IS NULL AND e.place = 'bridge'
      AND e.case_id <> s.id) AND NOT EXISTS (SELECT FROM call o WHERE o.person = s.acknowledged_by AND o.ended_at IS NULL
      AND o.status <> 'lost' AND coalesce(o.case_id, o.only_case) = s.id) AS talks_elsewhere, g.opened_at AS paged_since, g.next_round_at AS next_at,
    coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('key', pe.key, 'name', pe.name)) FROM page pg
      JOIN person pe ON pe.key = pg.person WHERE pg.paging_id = g.id AND pg.channel = 'voice' AND pg.settled_at IS NULL
        AND pg.status IN ('sending', 'sent', 'ringing', 'answered')), '[]') AS rings_at,
    coalesce((SELECT jsonb_agg(jsonb_build_object('number', o.number, 'summary', o.summary, 'status', o.status)
        ORDER BY o.opened_at DESC) FROM (
      SELECT number, summary, status, opened_at FROM support_case o WHERE o.id IN (${openCases})
      ORDER BY o.opened_at DESC LIMIT ${mostCases}) o), '[]') AS open_cases
  FROM call c LEFT JOIN support_case s ON s.id = c.case_id LEFT JOIN customer k ON k.key = s.customer
  LEFT JOIN registration r ON r.case_id = s.id LEFT JOIN person p ON p.key = s.acknowledged_by
  LEFT JOIN paging g ON g.case_id = s.id AND g.status = 'open'
  LEFT JOIN LATERAL (SELECT l.person, l.bridged_at, tp.name FROM call l JOIN person tp ON tp.key = l.person
    WHERE l.case_id = s.id AND l.purpose IN ('page', 'connect') AND l.ended_at IS NULL AND l.place = 'bridge'
    ORDER BY l.bridged_at DESC NULLS LAST LIMIT 1) t ON true
  LEFT JOIN LATERAL (SELECT cc.name AS contact, cc.approved, cu.key AS customer, cu.name AS company FROM customer_contact cc
    JOIN customer cu ON cu.key = cc.customer WHERE cc.phone = c.from_number AND (cu.desks = '{}' OR c.desk = ANY (cu.desks))
    ORDER BY cu.key LIMIT 1) w ON true
  WHERE c.direction = 'inbound' AND c.purpose = 'support' AND (s.id IS NULL OR s.kind IN ('registration', 'unsorted'))`;

/** Callers on the line, whoever rang first first. */
export async function readOperatorCalls(db: Database): Promise<OperatorCall[]> {
  const { rows } = await db.$client.query<Row>(
    `${CALLS} AND c.ended_at IS NULL ORDER BY c.created_at LIMIT $1`,
    [mostRows],
  );
  return rows.map(toCall);
}

/** The newest call of a case, over or not; undefined: nobody has called about it. */
export async function readCallOfCase(db: Database, caseId: string): Promise<OperatorCall | undefined> {
  const { rows } = await db.$client.query<Row>(
    `${CALLS} AND c.case_id = $1 ORDER BY c.ended_at IS NULL DESC, c.created_at DESC LIMIT 1`,
    [caseId],
  );
  return rows[0] && toCall(rows[0]);
}

function toCall(row: Row): OperatorCall {
  const talks = row.with_key !== null && row.with_name !== null;
  const taken = row.taken_by !== null && row.taken_name !== null;
  const talker = talks ? { key: row.with_key!, name: row.with_name! } : undefined;
  return {
    id: row.id,
    at: row.at,
    desk: row.desk,
    number: row.number ?? undefined,
    callerName: row.caller_name ?? undefined,
    company: row.company ?? undefined,
    isApproved: row.is_approved ?? undefined,
    approved: row.approved ?? [],
    caseNumber: row.case_number ?? undefined,
    isRegistered: row.is_registered,
    ...phaseOf(row),
    with: talker ?? (taken ? { key: row.taken_by!, name: row.taken_name! } : undefined),
    ringsAt: row.rings_at,
    nextAt: row.next_at ?? undefined,
    openCases: row.open_cases,
    putOn: row.put_on ?? undefined,
  };
}

function phaseOf(row: Row): { phase: CallPhase; phaseSince: Date } {
  const at = (phase: CallPhase, since: Date | null) => ({ phase, phaseSince: since ?? row.at });
  if (row.ended_at !== null) return at('hung-up', row.ended_at);
  if (row.place === 'bridge' && row.with_key !== null) return at('speaking', row.talks_since);
  if (row.reason === 'operator') return at('ringing', row.paged_since);
  if (row.reason === 'transfer') return at('transferring', row.paged_since);
  if (row.place === 'aside') return at('aside', null);
  if (row.taken_by !== null) return at(row.talks_elsewhere ? 'holding' : 'on-the-way', null);
  return at('alone', null);
}
