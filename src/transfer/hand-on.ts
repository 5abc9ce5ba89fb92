import { liveCustomerLegs, moveLeg, type Call } from '../calls/index.ts';
import { lockCase, noteCase, type Case } from '../cases/index.ts';
import { takesCall, transferTargets, type Script, type TransferTarget } from '../ivr/index.ts';
import {
  beginPaging,
  lastAcceptance,
  lockOpenPaging,
  mayPage,
  plansOfCase,
  withdrawPaging,
} from '../paging/index.ts';
import { urgencyOf, type Service, type Unit } from '../service/index.ts';

/** The place of an operator's leg whose caller has been handed on: it hears so, and ends. */
export const TRANSFERRED = 'transferred';

/** To whom the caller of a case can be handed on now; none when the office is closed, or nobody answers calls by a plan of the script. */
export async function transferOf(
  unit: Pick<Unit, 'tx' | 'now'>,
  script: Script,
  caseId: string,
): Promise<TransferTarget[]> {
  const plan = (await plansOfCase(unit.tx, caseId)).find((name) => takesCall(script, name));
  const offered: TransferTarget[] = [];
  for (const target of plan === undefined ? [] : transferTargets(script, plan))
    if (await mayPage(unit, script, script.plans[target.plan]!)) offered.push(target);
  return offered;
}

export type HandedOn = { ok: true } | { ok: false; why: 'nobody-on-the-line' | 'not-now' };

/** Locks the legs of a case's customer, before the case itself: calls come first, as everywhere. */
async function lockCustomers(unit: Unit, caseId: string): Promise<void> {
  await unit.tx.query(
    `SELECT 1 FROM call WHERE case_id = $1 AND purpose IN ('support', 'call-back') AND ended_at IS NULL
     ORDER BY id FOR NO KEY UPDATE`,
    [caseId],
  );
}

/** The caller of a case waits, and hears the truth, while whoever answered decides whom to hand the call on to. */
export async function setAside(unit: Unit, caseId: string): Promise<void> {
  await lockCustomers(unit, caseId);
  for (const leg of await liveCustomerLegs(unit.db, caseId)) {
    if (leg.place !== 'bridge') continue;
    await moveLeg(unit, leg.id, 'aside');
    unit.order({ kind: 'call.redirect', id: leg.id, urgency: 1 });
  }
}

/**
 * Hands the caller of a case on: those of the target's plan are paged, and the first who accepts has the case. `isWarm`: whoever
 * hands on stays with the caller until then; else the caller holds. What the plan does not allow now is refused: after hours
 * nobody is reached past the operator.
 */
export async function handOn(
  service: Service,
  unit: Unit,
  asked: { script: Script; caseId: string; target: TransferTarget; by: string; isWarm: boolean },
): Promise<HandedOn> {
  const { script, caseId, target, by, isWarm } = asked;
  await lockCustomers(unit, caseId);
  const found = await lockCase(unit.db, caseId);
  const customers = await liveCustomerLegs(unit.db, caseId);
  if (!found || customers.length === 0) return { ok: false, why: 'nobody-on-the-line' };
  if (!(await isAsked(service, unit, found, { script, target }))) return { ok: false, why: 'not-now' };
  noteCase(unit, caseId, 'call.handed-on', { by, to: target.name, ...(isWarm ? { stays: true } : {}) });
  if (!isWarm) await letHold(unit, found, customers);
  return { ok: true };
}

/** False when the case is over, or somebody has taken it and not only its call: nobody is asked for it anew then. */
export async function isForOperators(
  unit: Pick<Unit, 'tx'>,
  script: Script,
  found: Pick<Case, 'id' | 'status' | 'acknowledgedBy'>,
): Promise<boolean> {
  if (['resolved', 'closed', 'cancelled'].includes(found.status)) return false;
  return found.acknowledgedBy === null || takesCall(script, (await lastAcceptance(unit.tx, found.id))?.plan);
}

/** True when those of the target are being paged now: by this, or as it is. */
async function isAsked(
  service: Service,
  unit: Unit,
  found: Case,
  { script, target }: { script: Script; target: TransferTarget },
): Promise<boolean> {
  const open = await lockOpenPaging(unit.db, found.id);
  if (open?.reason === 'transfer') return true;
  if (open && !takesCall(script, open.plan)) return false;
  if (!(await isForOperators(unit, script, found))) return false;
  if (!(await transferOf(unit, script, found.id)).includes(target)) return false;
  if (open)
    await withdrawPaging(unit, found, open, {
      status: 'stopped',
      event: 'paging.withdrawn',
      why: 'the caller is handed on',
    });
  await unit.tx.query(
    'UPDATE support_case SET acknowledged_by = NULL, acknowledged_at = NULL, contacted_at = NULL, status = $2 WHERE id = $1',
    [found.id, 'open'],
  );
  const why = { reason: 'transfer', callerHolds: true } as const;
  return (await beginPaging(service, unit, found, script, target.plan, why)) !== undefined;
}

async function letHold(unit: Unit, found: Case, customers: readonly Call[]): Promise<void> {
  for (const leg of customers) {
    await moveLeg(unit, leg.id, 'hold');
    unit.order({ kind: 'call.redirect', id: leg.id, urgency: urgencyOf(found.severity) });
  }
}
