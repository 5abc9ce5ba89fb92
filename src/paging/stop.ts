import type { Case } from '../cases/index.ts';
import type { Service, Unit } from '../service/index.ts';
import { lockPagesOfCases } from './page.store.ts';
import { lockOpenPaging } from './paging.store.ts';
import { standDownOthers } from './stand-down.ts';

/** Ends the paging of a case that needs nobody any more, and tells those who were paged. `by` closed it. */
export async function stopPaging(service: Service, unit: Unit, found: Case, by: string): Promise<void> {
  const open = await lockOpenPaging(unit.db, found.id);
  if (!open) return;
  await lockPagesOfCases(unit.tx, [found.id], by);
  await unit.tx.query(
    `UPDATE paging SET status = 'stopped', ended_at = $2, next_round_at = NULL WHERE id = $1`,
    [open.id, unit.now],
  );
  await unit.tx.query('DELETE FROM task WHERE key = $1', [`paging.round:${open.id}`]);
  await standDownOthers(service, unit, found, open, { person: by, isWanted: false });
}
