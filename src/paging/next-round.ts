import { noteCase, type Case } from '../cases/index.ts';
import { liveCustomerLegs } from '../calls/index.ts';
import { customerName } from '../customers/index.ts';
import type { PagingPlan, Script } from '../ivr/index.ts';
import { loadDuty } from '../people/index.ts';
import type { TaskOutcome } from '../engine/index.ts';
import { scriptOf, unitOfWork, urgencyOf, type Service, type Unit } from '../service/index.ts';
import { giveUp, whyGivenUp } from './give-up.ts';
import { caseForPage } from './page-text.ts';
import { notePage } from './page.store.ts';
import { advanceRound, lockWithCase, type Paging } from './paging.store.ts';
import { planOf } from './plan.ts';
import { beginRound } from './round.ts';
import type { RoundCircumstances } from './whom.ts';

/**
 * Begins the next round of a paging if it is still open and its round is due: what was true when the wait began
 * counts for nothing, so a backlog pages nobody for a case that somebody has taken. Its task is settled where the
 * round has put the next one into its place.
 */
export function runNextRound(service: Service, pagingId: string): Promise<TaskOutcome> {
  return unitOfWork(service, async (unit) => {
    const locked = await lockWithCase(unit.db, pagingId);
    if (!locked || locked.open.nextRoundAt === null) return;
    const { found, open } = locked;
    const dueAt = locked.open.nextRoundAt;
    if (dueAt > unit.now) {
      const priority = urgencyOf(found.severity);
      unit.later({ kind: 'paging.round', key: `paging.round:${open.id}`, subject: open.id, priority, dueAt });
      return 'settled';
    }
    await beginNextRound(service, unit, found, open);
    return 'settled';
  });
}

async function beginNextRound(service: Service, unit: Unit, found: Case, open: Paging): Promise<void> {
  const { script, plan } = planFor(service, open);
  // Asked for together: a round is a few round trips, and as many waits for a busy server.
  const [customers, name, roster] = await Promise.all([
    liveCustomerLegs(unit.db, found.id),
    customerName(unit.tx, found.customer),
    loadDuty(unit.tx, found.desk, unit.now),
    supersedeWaiting(unit, open),
  ]);
  const why = await whyGivenUp(unit, found, open, { script, plan }, roster);
  if (why !== undefined) return giveUp(service, unit, found, open, { why, plan });
  const round = open.round + 1;
  const subject = {
    pagingId: open.id,
    caseId: found.id,
    replyCode: found.replyCode,
    severity: found.severity,
    script,
    plan,
    about: caseForPage(found, script, { customerName: name, callerHolds: customers.length > 0 }),
    callersCarrier: customers[0]?.carrier,
  };
  const circumstances = circumstancesOf(open, plan, round, found, unit.now);
  const begun = await beginRound(service, unit, subject, roster, circumstances);
  advanceRound(unit, open.id, round, begun.nextRoundAt);
  noteCase(unit, found.id, 'paging.round', { round, people: begun.peoplePaged, reason: open.reason });
  unit.tell({ case: found.number, round, people: begun.peoplePaged }, 'next round');
}

function circumstancesOf(
  open: Paging,
  plan: PagingPlan,
  round: number,
  found: { openedAt: Date },
  now: Date,
): RoundCircumstances {
  if (open.reason !== 'no-contact' || !plan.contact) return { round, supervisorToo: false };
  const since = found.openedAt.getTime() + plan.contact.supervisorAfterMinutes * 60_000;
  return { round, supervisorToo: now.getTime() >= since };
}

/** A plan that its script has lost meanwhile is replaced by the script's first that does not give up: the case must go on being paged. */
function planFor(service: Service, open: Paging): { script: Script; plan: PagingPlan } {
  const script = scriptOf(service, open.desk);
  if (!script) throw new Error(`no script for desk ${open.desk}: put its file back into IVR_SCRIPTS`);
  const plans = Object.values(script.plans);
  const stubborn = plans.find(
    (of) => of.takes === 'case' && of.when === 'always' && of.givesUp === undefined,
  );
  const plan = planOf(script, open.plan) ?? stubborn ?? plans[0];
  if (!plan) throw new Error(`the script of desk ${open.desk} has no paging plan`);
  return { script, plan };
}

/** Voice pages that never got the phone, because it was at another call of ours, give way to the new round's. */
async function supersedeWaiting(unit: Unit, open: Paging): Promise<void> {
  const { rows } = await unit.tx.query<{ id: string }>({
    name: 'page-supersede-waiting',
    text: `UPDATE page SET status = 'unanswered', settled_at = $2
           WHERE paging_id = $1 AND status = 'due' AND call_id IS NULL RETURNING id`,
    values: [open.id, unit.now],
  });
  for (const { id } of rows)
    notePage(unit, id, 'superseded', { why: 'the phone was at another call until the next round' });
}
