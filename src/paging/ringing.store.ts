import type { Queryable } from '../database/index.ts';
import type { RingCircumstances } from './whom-to-ring.ts';

/** Whom a paging has asked, and how many calls of ours each phone has. A test or a code keeps no phone busy: it ends when a page comes. */
export async function ringCircumstances(db: Queryable, pagingId: string): Promise<RingCircumstances> {
  const { rows } = await db.query<{ asked: string[]; busy: Record<string, number> }>({
    name: 'ring-circumstances',
    text: `SELECT ARRAY(SELECT DISTINCT person FROM page WHERE paging_id = $1) AS asked,
             coalesce((SELECT jsonb_object_agg(to_number, calls) FROM (
               SELECT to_number, count(*) AS calls FROM call
               WHERE purpose IN ('page', 'connect', 'alarm') AND ended_at IS NULL AND status <> 'lost'
               GROUP BY to_number) AS phone), '{}') AS busy`,
    values: [pagingId],
  });
  return { asked: new Set(rows[0]?.asked), busy: new Map(Object.entries(rows[0]?.busy ?? {})) };
}

/** Of the pagings whose pages a call carried, those that are open and go by one of these plans. */
export async function openPagingsOfCall(
  db: Queryable,
  callId: string,
  plans: readonly string[],
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT DISTINCT g.id FROM page p JOIN paging g ON g.id = p.paging_id
     WHERE p.call_id = $1 AND g.status = 'open' AND g.plan = ANY ($2::text[])`,
    [callId, plans],
  );
  return rows.map(({ id }) => id);
}

/**
 * True when no phone of a round rings or is on the line for it any more: settled, or never asked for because another call has it
 * that does not give way.
 */
export async function isRoundOver(db: Queryable, pagingId: string, round: number): Promise<boolean> {
  const { rows } = await db.query<{ over: boolean | null }>(
    `SELECT bool_and(settled_at IS NOT NULL OR status = 'due' AND call_id IS NULL AND NOT EXISTS (
       SELECT FROM call c WHERE c.to_number = page.address AND c.purpose IN ('drill', 'code') AND c.ended_at IS NULL
         AND c.status <> 'lost')) AS over
     FROM page WHERE paging_id = $1 AND round = $2`,
    [pagingId, round],
  );
  return rows[0]?.over !== false;
}

/** The plan and the person of the newest paging of a case that somebody has accepted. */
export async function lastAcceptance(
  db: Queryable,
  caseId: string,
): Promise<{ plan: string; person: string } | undefined> {
  const { rows } = await db.query<{ plan: string; person: string }>(
    `SELECT plan, acknowledged_by AS person FROM paging
     WHERE case_id = $1 AND status = 'acknowledged' AND acknowledged_by IS NOT NULL ORDER BY opened_at DESC LIMIT 1`,
    [caseId],
  );
  return rows[0];
}

/** The plans by which a case has been paged for, the newest first. */
export async function plansOfCase(db: Queryable, caseId: string): Promise<string[]> {
  const { rows } = await db.query<{ plan: string }>(
    'SELECT plan FROM paging WHERE case_id = $1 ORDER BY opened_at DESC',
    [caseId],
  );
  return rows.map(({ plan }) => plan);
}
