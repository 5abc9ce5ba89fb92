import type { Queryable } from '../database/index.ts';
import type { ReachedBy } from './tables.ts';

/** What drills have shown of one number of a person. */
export interface Reach {
  person: string;
  channel: 'voice' | 'sms';
  /** When a human last showed that they were reached there. */
  reachedAt: Date | undefined;
  reachedBy: ReachedBy | undefined;
  /** The last drill in which nobody did, and why, if it was after that. */
  missedAt: Date | undefined;
  missedWith: string | undefined;
  /** Asked, and neither answered nor given up. */
  isAsked: boolean;
}

interface Row {
  person: string;
  channel: 'voice' | 'sms';
  reachedAt: Date | null;
  reachedBy: ReachedBy | null;
  missedAt: Date | null;
  missedWith: string | null;
  isAsked: boolean;
}

/** What is known of every number that people have now, for rosters. A number that was changed is another one. */
export async function readReach(db: Queryable): Promise<Reach[]> {
  const { rows } = await db.query<Row>(
    `SELECT m.person, m.channel, r.reached_at AS "reachedAt", r.reached_by AS "reachedBy", f.tried_at AS "missedAt",
       f.failed_with AS "missedWith", EXISTS (SELECT FROM drill_page p JOIN drill d ON d.id = p.drill_id AND d.ended_at IS NULL
         WHERE p.person = m.person AND p.channel = m.channel AND p.address = m.address AND p.tries > 0
           AND p.reached_at IS NULL) AS "isAsked"
     FROM contact_method m
     LEFT JOIN LATERAL (SELECT reached_at, reached_by FROM drill_page p
       WHERE p.person = m.person AND p.channel = m.channel AND p.address = m.address AND p.reached_at IS NOT NULL
       ORDER BY reached_at DESC LIMIT 1) r ON true
     LEFT JOIN LATERAL (SELECT tried_at, failed_with FROM drill_page p
       WHERE p.person = m.person AND p.channel = m.channel AND p.address = m.address AND p.failed_with IS NOT NULL
         AND p.reached_at IS NULL AND (r.reached_at IS NULL OR p.tried_at > r.reached_at)
       ORDER BY tried_at DESC LIMIT 1) f ON true
     ORDER BY m.person, m.channel`,
  );
  return rows.map((row) => ({
    ...row,
    reachedAt: row.reachedAt ?? undefined,
    reachedBy: row.reachedBy ?? undefined,
    missedAt: row.missedAt ?? undefined,
    missedWith: row.missedWith ?? undefined,
  }));
}
