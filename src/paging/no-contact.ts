import { lockCase, noteCase } from '../cases/index.ts';
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
    const script = scriptOf(service, found.desk);
    const planName = await lastPlan(unit, caseId);
    const plan = script && planName !== undefined ? planOf(script, planName) : undefined;
    if (!script || !plan?.contact || planName === undefined) return;
    noteCase(unit, caseId, 'contact.missing', { accepter: found.acknowledgedBy });
    const supervisorAt = found.openedAt.getTime() + plan.contact.supervisorAfterMinutes * 60_000;
    await beginPaging(service, unit, found, script, planName, {
      reason: 'no-contact',
      callerHolds: (await liveCustomerLegs(unit.db, caseId)).length > 0,
      accepter: found.acknowledgedBy,
      supervisorToo: unit.now.getTime() >= supervisorAt,
    });
  });
}

async function lastPlan(unit: Unit, caseId: string): Promise<string | undefined> {
  const { rows } = await unit.tx.query<{ plan: string }>(
    'SELECT plan FROM paging WHERE case_id = $1 ORDER BY opened_at DESC LIMIT 1',
    [caseId],
  );
  return rows[0]?.plan;
}
