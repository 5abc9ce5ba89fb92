import { lockCase, undoBriefContact, type Case } from '../cases/index.ts';
import { scriptOf, urgencyOf, type Service, type Unit } from '../service/index.ts';
import { lastPlan } from './paging.store.ts';
import { planOf } from './plan.ts';

/**
 * Accepted and then forgotten is a case lost: without contact by then, the paging begins again. The instant at which
 * the supervisor is paged too is kept, however late in the wait somebody has accepted.
 */
export function expectContact(service: Service, unit: Unit, found: Case, planName: string): void {
  const script = scriptOf(service, found.desk);
  const contact = script && planOf(script, planName)?.contact;
  if (!contact) return;
  const again = unit.now.getTime() + contact.pageAgainAfterMinutes * 60_000;
  const supervisor = found.openedAt.getTime() + contact.supervisorAfterMinutes * 60_000;
  const dueAt = new Date(supervisor > unit.now.getTime() ? Math.min(again, supervisor) : again);
  unit.later({
    kind: 'case.contact',
    key: `case.contact:${found.id}`,
    subject: found.id,
    priority: urgencyOf(found.severity),
    dueAt,
  });
}

/** The caller is alone in the room: when they met only for a moment, contact is still to be made, and is watched over again. */
export async function forgetBriefMeeting(service: Service, unit: Unit, caseId: string): Promise<void> {
  const found = await lockCase(unit.db, caseId);
  if (!found || !(await undoBriefContact(unit, caseId))) return;
  const planName = await lastPlan(unit, caseId);
  if (planName !== undefined) expectContact(service, unit, found, planName);
}
