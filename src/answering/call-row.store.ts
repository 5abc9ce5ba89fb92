import type { Call } from '../calls/index.ts';
import type { Queryable } from '../database/index.ts';
import type { IvrState } from '../ivr/index.ts';
import type { Unit } from '../service/index.ts';
import type { CarrierName, Verb } from '../telephony/index.ts';

/**
 * Where an inbound call stands in its conversation. `turn` counts answers, so that a webhook sent twice is known; it is
 * told again what was `said`, as long as the call is still at that `place`.
 */
export interface Conversation {
  turn: number;
  state: IvrState;
  said?: Verb[];
  place?: string;
}

export interface InboundCall {
  id: string;
  desk: string;
  carrier: CarrierName;
  carrierId: string;
  from: string | undefined;
  to: string;
  /** When it came. */
  at: Date;
}

/** Adds an inbound call; undefined when the carrier has told us of it before. */
export async function addInboundCall(unit: Unit, call: InboundCall, ivr: Conversation): Promise<boolean> {
  const { rowCount } = await unit.tx.query({
    name: 'call-add-inbound',
    text: `INSERT INTO call (id, desk, direction, purpose, carrier_id, from_number, to_number, status, place, ivr, created_at, answered_at, carrier)
           VALUES ($1, $2, 'inbound', 'support', $3, $4, $5, 'in-progress', 'menu', $6, $7, $7, $8) ON CONFLICT (carrier_id) DO NOTHING`,
    values: [
      call.id,
      call.desk,
      call.carrierId,
      call.from ?? null,
      call.to,
      JSON.stringify(ivr),
      call.at,
      call.carrier,
    ],
  });
  return (rowCount ?? 0) > 0;
}

/** Written at the end of the unit, after the case that it may point to. */
export function saveConversation(
  unit: Unit,
  callId: string,
  change: { ivr: Conversation; place: string; caseId: string | null; choice: string | null },
): void {
  unit.atEnd({
    name: 'call-save-conversation',
    text: 'UPDATE call SET ivr = $2, place = $3, case_id = $4, choice = $5 WHERE id = $1',
    values: [callId, JSON.stringify(change.ivr), change.place, change.caseId, change.choice],
  });
}

export function conversationOf(call: Pick<Call, 'ivr'>): Conversation | undefined {
  return (call.ivr as Conversation | null) ?? undefined;
}

/** What a caller may be told of their case. */
export interface CaseFacts {
  caseId: string;
  number: string;
  status: string;
  language: string | null;
  room: string;
  acceptedBy: string | null;
  /** Whoever accepted is in another case's room, and no call to them is about this one. */
  talksElsewhere: boolean;
  pagingOpen: boolean;
  /** The plan and state of the newest paging; null when there was none. */
  plan: string | null;
  pagingStatus: string | null;
  /** Whoever answered has asked for those who work on it. */
  isTransfer: boolean;
  nextRoundAt: Date | null;
  ringing: number;
  listening: number;
  asked: number;
}

/** How far the caller's case has come, in one look. Phones are counted, not pages. */
export async function caseFacts(db: Queryable, caseId: string): Promise<CaseFacts | undefined> {
  const { rows } = await db.query<CaseFacts>({
    name: 'case-facts',
    text: `SELECT s.id AS "caseId", s.number, s.status, s.language, s.room,
        (SELECT name FROM person WHERE key = s.acknowledged_by) AS "acceptedBy",
        EXISTS (SELECT 1 FROM call b WHERE b.person = s.acknowledged_by AND b.ended_at IS NULL AND b.place = 'bridge'
          AND b.case_id <> s.id) AND NOT EXISTS (SELECT 1 FROM call o WHERE o.person = s.acknowledged_by AND o.ended_at IS NULL
          AND o.status <> 'lost' AND coalesce(o.case_id, o.only_case) = s.id) AS "talksElsewhere",
        g.id IS NOT NULL AS "pagingOpen", l.plan, l.status AS "pagingStatus", coalesce(l.reason = 'transfer', false) AS "isTransfer", g.next_round_at AS "nextRoundAt",
        coalesce(n.ringing, 0)::int AS ringing, coalesce(n.listening, 0)::int AS listening, coalesce(n.asked, 0)::int AS asked
      FROM support_case s
      LEFT JOIN paging g ON g.case_id = s.id AND g.status = 'open'
      LEFT JOIN LATERAL (SELECT plan, status, reason FROM paging WHERE case_id = s.id ORDER BY opened_at DESC LIMIT 1) l ON true
      LEFT JOIN LATERAL (
        SELECT count(DISTINCT p.address) FILTER (WHERE p.status = 'ringing') AS ringing,
          count(DISTINCT p.address) FILTER (WHERE p.status = 'answered') AS listening,
          count(DISTINCT p.person) FILTER (WHERE p.status IN ('sending', 'sent')) AS asked
        FROM page p WHERE p.paging_id = g.id AND p.channel = 'voice' AND p.settled_at IS NULL) n ON true
      WHERE s.id = $1`,
    values: [caseId],
  });
  return rows[0];
}
