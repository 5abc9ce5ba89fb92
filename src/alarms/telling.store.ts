import type { Queryable } from '../database/index.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import type { AlarmFacts } from '../phrases/index.ts';

/** An alarm that somebody is to be called about. */
export interface AlarmToCall {
  desk: string | null;
  facts: AlarmFacts;
  /** The number of that person that works; null when there is none now. */
  number: PhoneNumber | null;
}

/** The alarm while it stands and this person has not heard it by key; undefined otherwise. */
export async function alarmToCall(
  db: Queryable,
  alarmId: string,
  person: string,
): Promise<AlarmToCall | undefined> {
  const { rows } = await db.query<AlarmToCall>(
    `SELECT a.desk, a.facts, (SELECT address FROM contact_method m
       WHERE m.person = $2 AND m.channel = 'voice' AND m.state = 'ok') AS number
     FROM alarm a WHERE a.id = $1 AND a.cleared_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM alarm_telling t WHERE t.alarm_id = a.id AND t.person = $2 AND t.heard_at IS NOT NULL)`,
    [alarmId, person],
  );
  return rows[0];
}

/** What a call is about: the alarm and whether it still stands; undefined for a call about none. */
export async function alarmOfCall(
  db: Queryable,
  callId: string,
): Promise<{ facts: AlarmFacts; stands: boolean } | undefined> {
  const { rows } = await db.query<{ facts: AlarmFacts; stands: boolean }>(
    `SELECT a.facts, a.cleared_at IS NULL AS stands FROM alarm_telling t JOIN alarm a ON a.id = t.alarm_id
     WHERE t.call_id = $1 LIMIT 1`,
    [callId],
  );
  return rows[0];
}

/** Somebody has pressed the key that says that they have heard it. */
export async function noteHeard(db: Queryable, callId: string, at: Date): Promise<void> {
  await db.query('UPDATE alarm_telling SET heard_at = coalesce(heard_at, $2) WHERE call_id = $1', [
    callId,
    at,
  ]);
}
