import type { Queryable } from '../database/index.ts';
import { newId } from '../kernel/index.ts';

export interface NewAlarm {
  /** What sort of fault: contact-dead, opted-out, duty-hole, carrier-refuses, ... */
  kind: string;
  /** What it is about; one open alarm a kind and subject. */
  subject: string;
  desk: string | undefined;
  /** What is wrong and what to do, in one sentence each. */
  message: string;
}

/** An alarm that is still up is said again when its cause is met after this: whoever was told has gone off duty. */
const SAID_AGAIN_AFTER_MS = 12 * 3_600_000;

/** Raises an alarm unless it is up already; true when it is new, or was last said half a day ago. */
export async function raiseAlarm(db: Queryable, alarm: NewAlarm, now: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    `INSERT INTO alarm (id, kind, subject, desk, message, raised_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (kind, subject) WHERE cleared_at IS NULL DO UPDATE
       SET raised_at = excluded.raised_at, message = excluded.message WHERE alarm.raised_at <= $7`,
    [
      newId(now),
      alarm.kind,
      alarm.subject,
      alarm.desk ?? null,
      alarm.message,
      now,
      new Date(now.getTime() - SAID_AGAIN_AFTER_MS),
    ],
  );
  return (rowCount ?? 0) > 0;
}

/** Takes an alarm down when its cause is gone. */
export async function clearAlarm(db: Queryable, kind: string, subject: string, now: Date): Promise<void> {
  await db.query('UPDATE alarm SET cleared_at = $3 WHERE kind = $1 AND subject = $2 AND cleared_at IS NULL', [
    kind,
    subject,
    now,
  ]);
}
