import type { Queryable } from '../database/index.ts';
import type { Share } from './drop.ts';

/** What is younger may still be on its way. */
const SETTLED_AFTER_MS = 5 * 60_000;
const RECENT_MS = 3_600_000;
const USUAL_MS = 14 * 24 * 3_600_000;

export interface Rate {
  channel: 'sms' | 'voice';
  /** The number that they come from. */
  from: string;
  desk: string | undefined;
  recent: Share;
  usual: Share;
}

interface RateRow {
  channel: 'sms' | 'voice';
  from: string;
  desk: string | null;
  recentSent: number;
  recentArrived: number;
  usualSent: number;
  usualArrived: number;
}

/**
 * Per channel and sender: of the last hour's and of the two weeks' before that, how many were handed over and how many
 * arrived. A text has arrived when it is reported as delivered; a call when the phone was picked up. Only senders with
 * something recent.
 */
const RATES = `
  WITH tried AS (
    SELECT 'sms' AS channel, from_number, desk, created_at, status = 'delivered' AS arrived FROM text_message
    WHERE direction = 'outbound' AND created_at > $1 AND created_at <= $3 AND status <> 'due' AND purpose NOT IN ('canary', 'drill', 'code')
    UNION ALL
    SELECT 'voice', from_number, desk, created_at, answered_at IS NOT NULL FROM call
    WHERE direction = 'outbound' AND created_at > $1 AND created_at <= $3 AND status NOT IN ('due', 'canceled')
      AND purpose NOT IN ('canary', 'drill', 'code'))
  SELECT channel, from_number AS "from", max(desk) AS desk,
    count(*) FILTER (WHERE created_at > $2)::int AS "recentSent",
    count(*) FILTER (WHERE created_at > $2 AND arrived)::int AS "recentArrived",
    count(*) FILTER (WHERE created_at <= $2)::int AS "usualSent",
    count(*) FILTER (WHERE created_at <= $2 AND arrived)::int AS "usualArrived"
  FROM tried GROUP BY channel, from_number HAVING count(*) FILTER (WHERE created_at > $2) > 0 ORDER BY 1, 2`;

export async function readRates(db: Queryable, now: Date): Promise<Rate[]> {
  const until = now.getTime() - SETTLED_AFTER_MS;
  const since = until - RECENT_MS;
  const values = [new Date(since - USUAL_MS), new Date(since), new Date(until)];
  const { rows } = await db.query<RateRow>({ name: 'delivery-rates', text: RATES, values });
  return rows.map((row) => ({
    channel: row.channel,
    from: row.from,
    desk: row.desk ?? undefined,
    recent: { sent: row.recentSent, arrived: row.recentArrived },
    usual: { sent: row.usualSent, arrived: row.usualArrived },
  }));
}
