import { lockCase, noteCase, type Case } from '../cases/index.ts';
import { liveCustomerLegs } from '../calls/index.ts';
import { scriptOf, unitOfWork, type Service, type Unit } from '../service/index.ts';
import { planOf } from './plan.ts';
import { beginPaging } from './start.ts';

/**
 * The time for making contact has run out. If the case is still only accepted, the paging begins again: the accepter
 * first, then everybody, and the supervisor too once that is due (Dino: 15 and 45 minutes).
 */
export async function pageForMissingContact(service: Service, caseId: string): Promise<void> {
  await unitOfWork(service, async (unit) => {
    const found = await lockCase(unit.db, caseId);
    if (found?.status !== 'acknowledged' || found.acknowledgedBy === null) return;
    noteCase(unit, caseId, 'contact.missing', { accepter: found.acknowledgedBy });
    const callerHolds = (await liveCustomerLegs(unit.db, caseId)).length > 0;
    await pageAgain(service, unit, found, { accepter: found.acknowledgedBy, callerHolds });
  });
}

/**
 * Begins the paging of a taken case again by the plan it had, the accepter first. False when it is being paged for as
 * it is, or when its script has no plan any more.
 */
export async function pageAgain(
  service: Service,
  unit: Unit,
  found: Case,
  who: { accepter: string | null; callerHolds: boolean },
): Promise<boolean> {
  const script = scriptOf(service, found.desk);
  const planName = script && ((await lastPlan(unit, found.id)) ?? Object.keys(script.plans)[0]);
  const plan = script && planName !== undefined ? planOf(script, planName) : undefined;
  if (!script || !plan || planName === undefined) return false;
  const supervisorMinutes = plan.contact?.supervisorAfterMinutes ?? Infinity;
  const begun = await beginPaging(service, unit, found, script, planName, {
    reason: 'no-contact',
    callerHolds: who.callerHolds,
    supervisorToo: unit.now.getTime() >= found.openedAt.getTime() + supervisorMinutes * 60_000,
    ...(who.accepter === null ? {} : { accepter: who.accepter }),
  });
  return begun !== undefined;
}

async function lastPlan(unit: Unit, caseId: string): Promise<string | undefined> {
  const { rows } = await unit.tx.query<{ plan: string }>(
    'SELECT plan FROM paging WHERE case_id = $1 ORDER BY opened_at DESC LIMIT 1',
    [caseId],
  );
  return rows[0]?.plan;
}
