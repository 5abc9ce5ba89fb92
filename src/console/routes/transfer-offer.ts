import { hoursInForce, isOpen, nextClosing, nextOpening } from '../../coverage/index.ts';
import { hoursWith, loadOwnHours } from '../../own-hours/index.ts';
import type { TransferOffer } from '../pages/transfer-offer.tsx';
import type { ConsoleContext } from './context.ts';

/** What is offered on the form of a case; undefined at a desk whose operators hand nobody on. */
export async function transferOfferOf(
  { options }: ConsoleContext,
  { number, desk }: { number: string; desk: string },
): Promise<TransferOffer | undefined> {
  const { actions, clock, db, scripts } = options;
  const script = scripts.find((of) => of.desk === desk);
  if (!script || !Object.values(script.plans).some(({ transfer }) => transfer.length > 0)) return undefined;
  const now = clock.now();
  const [targets, own] = await Promise.all([actions.handOnTargets(number), loadOwnHours(db.$client, now)]);
  const hours = hoursWith(script, own);
  if (isOpen(hours, now)) return { targets, hours: { isOpen: true, until: nextClosing(hours, now) } };
  const { reason } = hoursInForce(hours, now);
  return { targets, hours: { isOpen: false, reason, opens: nextOpening(hours, now) } };
}
