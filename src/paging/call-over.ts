import { liveCustomerLegs } from '../calls/index.ts';
import { lockCase } from '../cases/index.ts';
import { hasOperators, takesCall } from '../ivr/index.ts';
import { scriptOf, type Service, type Unit } from '../service/index.ts';
import { lockOpenPaging } from './paging.store.ts';
import { releaseOperator } from './release-operator.ts';
import { registerUnanswered } from './register-unanswered.ts';
import { withdrawPaging } from './withdraw.ts';

/**
 * The customer is on the line no more. Whoever was asked to take the call is asked no longer, and whoever took it has no case
 * by it: the case waits to be registered, and for those who work on it. A desk that has its calls taken by those who have the
 * cases knows nothing of this. The case must be locked.
 */
export async function callIsOver(service: Service, unit: Unit, caseId: string): Promise<void> {
  const found = await lockCase(unit.db, caseId);
  const script = found && scriptOf(service, found.desk);
  if (!found || !script || !hasOperators(script)) return;
  if ((await liveCustomerLegs(unit.db, caseId)).length > 0) return;
  const open = await lockOpenPaging(unit.db, caseId);
  if (!open) return releaseOperator(unit, found, (plan) => takesCall(script, plan));
  if (!takesCall(script, open.plan)) return;
  if (await hasAnswered(unit, caseId)) await registerUnanswered(service, unit, found);
  const why = 'the caller has hung up';
  await withdrawPaging(unit, found, open, { status: 'stopped', event: 'caller.unanswered', why });
}

/** Whether the caller has begun to register alone. */
async function hasAnswered(unit: Unit, caseId: string): Promise<boolean> {
  const { rowCount } = await unit.tx.query(
    `SELECT 1 FROM support_case s WHERE s.id = $1 AND (s.answers <> '{}'
       OR EXISTS (SELECT FROM recording r WHERE r.case_id = s.id AND r.label IS NOT NULL))`,
    [caseId],
  );
  return (rowCount ?? 0) > 0;
}
