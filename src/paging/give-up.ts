import { liveCustomerLegs, liveResponderLegs } from '../calls/index.ts';
import type { Case } from '../cases/index.ts';
import { takesCall, type PagingPlan, type Script } from '../ivr/index.ts';
import type { Roster } from '../people/index.ts';
import { scriptOf, urgencyOf, type Service, type Unit } from '../service/index.ts';
import { mayPage } from './in-hours.ts';
import type { Paging } from './paging.store.ts';
import { releaseOperator } from './release-operator.ts';
import { registerUnanswered } from './register-unanswered.ts';
import { ringCircumstances } from './ringing.store.ts';
import { whyToGiveUp } from './when-given-up.ts';
import { whomToRing } from './whom-to-ring.ts';
import { withdrawPaging } from './withdraw.ts';

/** Looks up what `whyToGiveUp` decides on. */
export async function whyGivenUp(
  unit: Unit,
  { severity }: Pick<Case, 'severity'>,
  { id, round }: Paging,
  { script, plan }: { script: Script; plan: PagingPlan },
  roster: Roster,
): Promise<string | undefined> {
  const mayPageNow = await mayPage(unit, script, plan);
  const isAnybodyLeft =
    plan.takes !== 'call' ||
    whomToRing(plan, roster, await ringCircumstances(unit.tx, id)).targets.length > 0;
  return whyToGiveUp(plan, { severity, round, mayPage: mayPageNow, isAnybodyLeft });
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
  const script = scriptOf(service, found.desk);
  if (plan.takes === 'call' && script) await releaseOperator(unit, found, (name) => takesCall(script, name));
  if (await isLeftToNobody(unit, found, open, plan)) await registerUnanswered(service, unit, found);
  for (const leg of await liveCustomerLegs(unit.db, found.id)) {
    if (leg.place === 'hold')
      unit.order({ kind: 'call.redirect', id: leg.id, urgency: urgencyOf(found.severity) });
  }
  unit.tell({ case: found.number, rounds: open.round, why }, 'paging given up');
}

/** No operator has answered, or one has handed the caller on and left: else whoever talks to the caller registers the case. */
async function isLeftToNobody(
  unit: Unit,
  found: Case,
  { reason }: Paging,
  { takes }: PagingPlan,
): Promise<boolean> {
  if (takes === 'call') return true;
  if (reason !== 'transfer') return false;
  const legs = await liveResponderLegs(unit.db, found.id);
  return !legs.some(({ place }) => place === 'bridge' || place === 'after-bridge');
}
