import { noteCase, type Case } from '../cases/index.ts';
import type { Unit } from '../service/index.ts';
import { lockPagesOfCases, notePage } from './page.store.ts';
import type { Paging } from './paging.store.ts';
import { endCalls } from './stand-down.ts';

/**
 * Ends a paging that nobody has accepted and that is no longer wanted: phones stop ringing, and whoever is listening hears that
 * they are not needed. Nobody is told by text: nobody has taken anything. The case is open, as it was before.
 */
export async function withdrawPaging(
  unit: Unit,
  found: Case,
  open: Paging,
  how: { status: 'stopped' | 'given-up'; event: string; why: string },
): Promise<void> {
  await lockPagesOfCases(unit.tx, [found.id], '');
  await unit.tx.query('UPDATE paging SET status = $2, ended_at = $3, next_round_at = NULL WHERE id = $1', [
    open.id,
    how.status,
    unit.now,
  ]);
  await unit.tx.query('DELETE FROM task WHERE key = $1', [`paging.round:${open.id}`]);
  await unit.tx.query(`UPDATE support_case SET status = 'open' WHERE id = $1 AND status = 'paging'`, [
    found.id,
  ]);
  const { rows } = await unit.tx.query<{ id: string }>(
    `UPDATE page SET status = 'stood-down', settled_at = greatest($2, attempted_at)
     WHERE paging_id = $1 AND settled_at IS NULL RETURNING id`,
    [open.id, unit.now],
  );
  for (const { id } of rows) notePage(unit, id, 'withdrawn', { why: how.why });
  await endCalls(unit, found, undefined);
  noteCase(unit, found.id, how.event, { rounds: open.round, why: how.why });
}
