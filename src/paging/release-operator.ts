import { noteCase, type Case } from '../cases/index.ts';
import type { Unit } from '../service/index.ts';
import { lastAcceptance } from './ringing.store.ts';

/**
 * Whoever took the call of a case by a plan for calls has the case no longer: the customer has left, or wanted somebody again and
 * nobody came. Else the caller would be told that they are on their way. The case must be locked.
 */
export async function releaseOperator(
  unit: Unit,
  found: Case,
  isForCalls: (plan: string) => boolean,
): Promise<void> {
  if (found.status === 'resolved' || found.status === 'closed' || found.status === 'cancelled') return;
  const last = await lastAcceptance(unit.tx, found.id);
  if (!last || last.person !== found.acknowledgedBy || !isForCalls(last.plan)) return;
  await unit.tx.query(
    `UPDATE support_case SET status = CASE WHEN status = 'paging' THEN status ELSE 'open' END,
       acknowledged_by = NULL, acknowledged_at = NULL, contacted_at = NULL WHERE id = $1`,
    [found.id],
  );
  noteCase(unit, found.id, 'operator.done', { by: last.person });
}
