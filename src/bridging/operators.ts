import type { Call } from '../calls/index.ts';
import { caseById } from '../cases/index.ts';
import { hasOperators, takesCall } from '../ivr/index.ts';
import { lastAcceptance } from '../paging/index.ts';
import { scriptOf, type Service, type Unit } from '../service/index.ts';

/**
 * What somebody in the room of a case is there for. `operator`: took the call and not the case; `hands-on`: has asked for somebody
 * else, who has not come yet; `responder`: has the case.
 */
export async function partInCase(
  service: Service,
  unit: Unit,
  { desk, caseId, person }: { desk: string; caseId: string; person: string },
): Promise<'operator' | 'hands-on' | 'responder'> {
  const script = scriptOf(service, desk);
  if (!script || !hasOperators(script)) return 'responder';
  const [found, last] = await Promise.all([caseById(unit.db, caseId), lastAcceptance(unit.tx, caseId)]);
  const isOperator = takesCall(script, last?.plan);
  if (found?.acknowledgedBy !== person) return isOperator ? 'hands-on' : 'responder';
  return isOperator ? 'operator' : 'responder';
}

/** Whether whoever has this leg took the call of its case, and not the case, by a plan that lets them hand it on. */
export async function canHandOn(
  service: Service,
  unit: Unit,
  leg: Pick<Call, 'desk' | 'caseId' | 'person'>,
): Promise<boolean> {
  const script = scriptOf(service, leg.desk);
  if (!script || !hasOperators(script) || leg.caseId === null) return false;
  const last = await lastAcceptance(unit.tx, leg.caseId);
  if (!last || last.person !== leg.person || !takesCall(script, last.plan)) return false;
  return (script.plans[last.plan]?.transfer.length ?? 0) > 0;
}
