import { isOpen } from '../coverage/index.ts';
import type { PagingPlan, Script } from '../ivr/index.ts';
import { hoursWith, loadOwnHours } from '../own-hours/index.ts';
import type { Unit } from '../service/index.ts';
import { pagesNow } from './plan.ts';

/**
 * Whether a plan may page now: one for office hours pages nobody while the office is closed, by its script or by a date that
 * people have set, whatever asks for it.
 */
export async function mayPage(
  unit: Pick<Unit, 'tx' | 'now'>,
  script: Script,
  plan: Pick<PagingPlan, 'when'>,
): Promise<boolean> {
  if (plan.when !== 'open') return true;
  return pagesNow(plan, isOpen(hoursWith(script, await loadOwnHours(unit.tx, unit.now)), unit.now));
}
