import type { Queryable } from '../database/index.ts';

/** Every number that was found not to work, with its channel: "sms +12025550112". */
export async function unusableNumbers(db: Queryable): Promise<Set<string>> {
  const { rows } = await db.query<{ number: string }>(
    `SELECT channel || ' ' || address AS number FROM contact_method WHERE state <> 'ok'`,
  );
  return new Set(rows.map(({ number }) => number));
}

/**
 * The open alarms of refusals that a later success disproves. Of a refusal of the whole account any call or text that
 * went out since does; of any other only one of the same channel between the same two numbers, because permissions and
 * blocks are a matter of numbers and countries. Taken by the carrier alone is no success: refusals come later, too.
 */
export async function disprovedRefusals(db: Queryable): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT a.id FROM alarm a WHERE a.kind = 'carrier-refuses' AND a.cleared_at IS NULL AND (
       EXISTS (SELECT 1 FROM text_message t WHERE t.direction = 'outbound' AND t.created_at > a.raised_at
         AND t.carrier = coalesce(a.facts ->> 'carrier', 'twilio')
         AND t.status IN ('sent', 'delivered') AND ((a.facts ->> 'wholeAccount')::boolean
           OR (a.facts ->> 'channel' = 'sms' AND t.from_number = a.facts ->> 'from' AND t.to_number = a.facts ->> 'to')))
       OR EXISTS (SELECT 1 FROM call c WHERE c.direction = 'outbound' AND c.created_at > a.raised_at
         AND c.carrier = coalesce(a.facts ->> 'carrier', 'twilio')
         AND c.status IN ('ringing', 'in-progress', 'completed', 'busy', 'no-answer') AND ((a.facts ->> 'wholeAccount')::boolean
           OR (a.facts ->> 'channel' = 'voice' AND c.from_number = a.facts ->> 'from' AND c.to_number = a.facts ->> 'to'))))`,
  );
  return new Set(rows.map(({ id }) => id));
}
