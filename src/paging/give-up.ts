import { liveCustomerLegs } from '../calls/index.ts';
import type { Case } from '../cases/index.ts';
import type { PagingPlan, Script } from '../ivr/index.ts';
import type { Roster } from '../people/index.ts';
import { urgencyOf, type Service, type Unit } from '../service/index.ts';
import { mayPage } from './in-hours.ts';
import type { Paging } from './paging.store.ts';
import { registerUnanswered } from './register-unanswered.ts';
import { ringCircumstances } from './ringing.store.ts';
import { whomToRing } from './whom-to-ring.ts';
import { withdrawPaging } from './withdraw.ts';

/**
 * Why a paging ends instead of beginning its next round; undefined: it goes on. One for severity 1 or 2 is never given up.
 */
export async function whyGivenUp(
  unit: Unit,
  found: Case,
  open: Paging,
  { script, plan }: { script: Script; plan: PagingPlan },
  roster: Roster,
): Promise<string | undefined> {
  // Whatever a script says, or has come to say while the paging goes on.
  if (found.severity === '1' || found.severity === '2') return undefined;
  if (!(await mayPage(unit, script, plan))) return 'the office has closed';
  if (plan.givesUp?.afterRounds !== undefined && open.round >= plan.givesUp.afterRounds)
    return 'nobody has accepted';
  if (plan.takes !== 'call') return undefined;
  const { targets } = whomToRing(plan, roster, await ringCircumstances(unit.tx, open.id));
  return targets.length === 0 ? 'everybody has been asked' : undefined;
}

/** Gives a paging up. Callers who hold go on with what the script has for them, and hear the truth first. */
export async function giveUp(
  service: Service,
  unit: Unit,
  found: Case,
  open: Paging,
  { why, plan }: { why: string; plan: PagingPlan },
): Promise<void> {
  await withdrawPaging(unit, found, open, { status: 'given-up', event: 'paging.given-up', why });
  if (plan.takes === 'call') await registerUnanswered(service, unit, found);
  for (const leg of await liveCustomerLegs(unit.db, found.id)) {
    if (leg.place === 'hold')
      unit.order({ kind: 'call.redirect', id: leg.id, urgency: urgencyOf(found.severity) });
  }
  unit.tell({ case: found.number, rounds: open.round, why }, 'paging given up');
}
