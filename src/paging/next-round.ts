import { lockCase, noteCase } from '../cases/index.ts';
import { liveCustomerLegs } from '../calls/index.ts';
import { customerName } from '../customers/index.ts';
import type { PagingPlan, Script } from '../ivr/index.ts';
import { loadRoster } from '../people/index.ts';
import { scriptOf, unitOfWork, urgencyOf, type Service, type Unit } from '../service/index.ts';
import { caseForPage } from './page-text.ts';
import { notePage } from './page.store.ts';
import { advanceRound, lockOpenPaging, pagingById, type Paging } from './paging.store.ts';
import { planOf } from './plan.ts';
import { beginRound } from './round.ts';
import type { RoundCircumstances } from './whom.ts';

/**
 * Begins the next round of a paging if it is still open and its round is due: what was true when the wait began
 * counts for nothing, so a backlog pages nobody for a case that somebody has taken.
 */
export async function runNextRound(service: Service, pagingId: string): Promise<void> {
  const known = await pagingById(service.db, pagingId);
  if (known?.status !== 'open') return;
  await unitOfWork(service, async (unit) => {
    const found = await lockCase(unit.db, known.caseId);
    const open = await lockOpenPaging(unit.db, known.caseId);
    if (!found || open?.id !== pagingId || open.nextRoundAt === null) return;
    if (open.nextRoundAt > unit.now) {
      const dueAt = open.nextRoundAt;
      const priority = urgencyOf(found.severity);
      unit.later({ kind: 'paging.round', key: `paging.round:${open.id}`, subject: open.id, priority, dueAt });
      return;
    }
    const { script, plan } = planFor(service, open);
    await supersedeWaiting(unit, open);
    const round = open.round + 1;
    const customers = await liveCustomerLegs(unit.db, found.id);
    const about = caseForPage(found, script, {
      customerName: await customerName(unit.tx, found.customer),
      callerHolds: customers.length > 0,
    });
    const subject = {
      pagingId: open.id,
      caseId: found.id,
      replyCode: found.replyCode,
      severity: found.severity,
      script,
      plan,
      about,
      callersCarrier: customers[0]?.carrier,
    };
    const circumstances = circumstancesOf(open, plan, round, found, unit.now);
    const roster = await loadRoster(unit.tx, found.desk);
    const begun = await beginRound(service, unit, subject, roster, circumstances);
    await advanceRound(unit, open.id, round, begun.nextRoundAt);
    noteCase(unit, found.id, 'paging.round', { round, people: begun.peoplePaged, reason: open.reason });
    unit.tell({ case: found.number, round, people: begun.peoplePaged }, 'next round');
  });
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

/** A plan that its script has lost meanwhile is replaced by the script's first: the case must go on being paged. */
function planFor(service: Service, open: Paging): { script: Script; plan: PagingPlan } {
  const script = scriptOf(service, open.desk);
  if (!script) throw new Error(`no script for desk ${open.desk}: put its file back into IVR_SCRIPTS`);
  const plan = planOf(script, open.plan) ?? Object.values(script.plans)[0];
  if (!plan) throw new Error(`the script of desk ${open.desk} has no paging plan`);
  return { script, plan };
}

/** Voice pages that never got the phone, because it was at another call of ours, give way to the new round's. */
async function supersedeWaiting(unit: Unit, open: Paging): Promise<void> {
  const { rows } = await unit.tx.query<{ id: string }>(
    `UPDATE page SET status = 'unanswered', settled_at = $2 WHERE paging_id = $1 AND status = 'due' AND call_id IS NULL
     RETURNING id`,
    [open.id, unit.now],
  );
  for (const { id } of rows)
    notePage(unit, id, 'superseded', { why: 'the phone was at another call until the next round' });
}
