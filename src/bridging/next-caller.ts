import { liveCustomerLegs } from '../calls/index.ts';
import type { Queryable } from '../database/index.ts';
import { urgencyOf, type Unit } from '../service/index.ts';

const CONNECT_AGAIN_MS = 5_000;

/** Puts down that whoever has a case is called again, while its caller holds. */
export function callAccepterAgain(
  unit: Unit,
  { caseId, severity }: { caseId: string; severity: string | null },
  person: string,
): void {
  unit.later({
    kind: 'case.connect',
    key: `case.connect:${caseId}:${person}`,
    subject: caseId,
    data: { person },
    priority: urgencyOf(severity),
    dueAt: new Date(unit.now.getTime() + CONNECT_AGAIN_MS),
  });
}

/**
 * A customer was reached past the line. Who is on it all the same, and will hold, is brought to `person`, who has the
 * case: nobody holds for nobody. One who was left in a talk that has been held is asked whether more is needed, and waits
 * for nobody.
 */
export async function callAccepterIfCallerHolds(
  unit: Unit,
  found: { id: string; severity: string | null },
  person: string,
): Promise<void> {
  const legs = await liveCustomerLegs(unit.db, found.id);
  if (legs.some(({ place }) => place !== 'bridge' && place !== 'left-alone'))
    callAccepterAgain(unit, { caseId: found.id, severity: found.severity }, person);
}

/**
 * The case whose caller holds for a person who has taken it: the most severe, then the oldest. A caller who is leaving
 * a message meanwhile is not disturbed, nor is one whom another call to that person is about: a phone with several lines has
 * one for each. `callId`: the call that would go on with it, or has ended.
 */
export async function nextCallerOf(
  db: Queryable,
  person: string,
  callId: string,
): Promise<{ caseId: string; severity: string | null } | undefined> {
  const { rows } = await db.query<{ caseId: string; severity: string | null }>(
    `SELECT s.id AS "caseId", s.severity FROM support_case s
     WHERE s.acknowledged_by = $1 AND s.status IN ('acknowledged', 'in-contact')
       AND EXISTS (SELECT 1 FROM call c WHERE c.case_id = s.id AND c.purpose IN ('support', 'call-back')
         AND c.ended_at IS NULL AND c.place = 'hold')
       AND NOT EXISTS (SELECT 1 FROM call o WHERE o.person = $1 AND o.id <> $2 AND o.ended_at IS NULL AND o.status <> 'lost'
         AND coalesce(o.case_id, o.only_case) = s.id)
     ORDER BY s.severity NULLS LAST, s.opened_at LIMIT 1`,
    [person, callId],
  );
  return rows[0];
}
