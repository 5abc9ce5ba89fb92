import type { Unit } from '../service/index.ts';
import { noteCase } from './case.store.ts';

/**
 * Somebody is in contact with the customer: the clock for it stops. Returns false when that was known, or when the
 * case is past it.
 */
export async function recordContact(
  unit: Unit,
  caseId: string,
  how: Record<string, unknown>,
): Promise<boolean> {
  const { rowCount } = await unit.tx.query(
    `UPDATE support_case SET status = 'in-contact', contacted_at = $2, acknowledged_at = coalesce(acknowledged_at, $2)
     WHERE id = $1 AND status IN ('open', 'paging', 'acknowledged')`,
    [caseId, unit.now],
  );
  if (!rowCount) return false;
  await unit.tx.query('DELETE FROM task WHERE key = $1', [`case.contact:${caseId}`]);
  noteCase(unit, caseId, 'case.in-contact', how);
  return true;
}
