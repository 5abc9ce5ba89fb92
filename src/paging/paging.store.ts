import { and, eq, sql, type InferSelectModel } from 'drizzle-orm';
import { supportCase, type Case } from '../cases/index.ts';
import type { Database } from '../database/index.ts';
import type { Unit } from '../service/index.ts';
import { paging } from './tables.ts';

export type Paging = InferSelectModel<typeof paging>;

/** The open paging of a case, locked: acceptance and the next round happen one after the other. */
export async function lockOpenPaging(db: Database, caseId: string): Promise<Paging | undefined> {
  const [found] = await db
    .select()
    .from(paging)
    .where(and(eq(paging.caseId, caseId), eq(paging.status, 'open')))
    .for('no key update');
  return found;
}

/**
 * A paging that is still open with its case, both locked: case first, as everywhere. Both are asked for at once, and the
 * server does them in turn: what the second sees, it sees under the case's lock.
 */
export async function lockWithCase(
  db: Database,
  pagingId: string,
): Promise<{ found: Case; open: Paging } | undefined> {
  const itsCase = sql`(SELECT case_id FROM paging g WHERE g.id = ${pagingId})`;
  const [[found], [open]] = await Promise.all([
    db
      .select()
      .from(supportCase)
      .where(eq(supportCase.id, itsCase))
      .for('no key update')
      .prepare('case-lock-of-paging')
      .execute(),
    db
      .select()
      .from(paging)
      .where(and(eq(paging.id, pagingId), eq(paging.status, 'open')))
      .for('no key update')
      .prepare('paging-lock-open')
      .execute(),
  ]);
  return found && open && { found, open };
}

/** Written at the end of the unit. */
export function advanceRound(unit: Unit, pagingId: string, round: number, nextRoundAt: Date): void {
  unit.atEnd({
    name: 'paging-advance-round',
    text: 'UPDATE paging SET round = $2, round_began_at = $3, next_round_at = $4 WHERE id = $1',
    values: [pagingId, round, unit.now, nextRoundAt],
  });
}

/** The plan by which a case was paged for last. */
export async function lastPlan(unit: Unit, caseId: string): Promise<string | undefined> {
  const { rows } = await unit.tx.query<{ plan: string }>(
    'SELECT plan FROM paging WHERE case_id = $1 ORDER BY opened_at DESC LIMIT 1',
    [caseId],
  );
  return rows[0]?.plan;
}
