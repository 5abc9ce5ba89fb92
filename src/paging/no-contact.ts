import { isContactUnproved, lockCase, noteCase, recordContact, type Case } from '../cases/index.ts';
import { liveCustomerLegs } from '../calls/index.ts';
import { tellCustomerWho } from '../customer-mail/index.ts';
import type { Script } from '../ivr/index.ts';
import { scriptOf, unitOfWork, urgencyOf, type Service, type Unit } from '../service/index.ts';
import { proveByTalk } from './contact-proof.ts';
import { mayPage } from './in-hours.ts';
import { lastPlan } from './paging.store.ts';
import { planOf } from './plan.ts';
import { beginPaging } from './start.ts';

/**
 * The time for making contact has run out. If nobody has proved to have spoken to the customer, the paging begins
 * again: the accepter first, then everybody, and the supervisor too once that is due (Dino: 15 and 45 minutes).
 */
export async function pageForMissingContact(service: Service, caseId: string): Promise<void> {
  await unitOfWork(service, async (unit) => {
    const found = await lockCase(unit.db, caseId);
    if (!found || !isContactUnproved(found) || found.acknowledgedBy === null) return;
    const accepter = found.acknowledgedBy;
    if (await metInRoom(unit, caseId)) {
      if (await recordContact(unit, caseId, { by: accepter, how: 'both legs were put into the room' }))
        await tellCustomerWho(service, unit, found, 'contacted', accepter);
      return;
    }
    const talk = await proveByTalk(unit, found);
    if (talk.proved && talk.by !== undefined)
      await tellCustomerWho(service, unit, found, 'contacted', talk.by);
    if (talk.proved) return;
    if (talk.lookAgainAt) return lookAgain(unit, found, talk.lookAgainAt);
    noteCase(unit, caseId, 'contact.missing', {
      accepter,
      ...(found.status === 'in-contact'
        ? { why: 'a phone was reached by call-back, the customer perhaps not' }
        : {}),
    });
    const callerHolds = (await liveCustomerLegs(unit.db, caseId)).length > 0;
    await pageAgain(service, unit, found, { accepter, callerHolds });
  });
}

function lookAgain(unit: Unit, found: Case, dueAt: Date): void {
  unit.later({
    kind: 'case.contact',
    key: `case.contact:${found.id}`,
    subject: found.id,
    priority: urgencyOf(found.severity),
    dueAt,
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
  const planName = script && (await planInForce(unit, script, await lastPlan(unit, found.id)));
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

/**
 * The plan that a case was paged for by last. Where that is for office hours and the office has closed meanwhile, or the script has
 * lost it, the first that may page: a caller who asks for somebody is not left with nobody.
 */
async function planInForce(
  unit: Unit,
  script: Script,
  last: string | undefined,
): Promise<string | undefined> {
  for (const name of [...(last === undefined ? [] : [last]), ...Object.keys(script.plans)]) {
    const plan = planOf(script, name);
    if (plan && (await mayPage(unit, script, plan))) return name;
  }
  return undefined;
}

/** Caller and responder were sent into the room and nobody told us that they met: callbacks are not trusted to arrive. */
async function metInRoom(unit: Unit, caseId: string): Promise<boolean> {
  const { rows } = await unit.tx.query<{ met: boolean }>(
    `SELECT EXISTS (
       SELECT 1 FROM call c JOIN call r ON r.case_id = c.case_id AND r.purpose IN ('page', 'connect') AND r.place = 'bridge'
       WHERE c.case_id = $1 AND c.purpose = 'support' AND c.place = 'bridge'
         AND c.answered_at IS NOT NULL AND r.answered_at IS NOT NULL
         AND c.created_at < coalesce(r.ended_at, $2) AND r.created_at < coalesce(c.ended_at, $2)
         AND r.created_at >= (SELECT max(opened_at) FROM paging WHERE case_id = $1)
         AND NOT EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = $1 AND e.event = 'contact.too-brief'
           AND e.at >= r.created_at)) AS met`,
    [caseId, unit.now],
  );
  return rows[0]?.met === true;
}
