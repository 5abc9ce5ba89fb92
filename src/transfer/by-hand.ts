import { liveCustomerLegs, liveResponderLegs, moveLeg } from '../calls/index.ts';
import { caseByNumber } from '../cases/index.ts';
import type { TransferTarget } from '../ivr/index.ts';
import { scriptOf, unitOfWork, type Service } from '../service/index.ts';
import { handOn, isForOperators, transferOf, TRANSFERRED } from './hand-on.ts';

/** Why a caller is not handed on. */
export type HandOnRefusal =
  | { readonly kind: 'no-such-case'; readonly number: string }
  /** Nobody can be reached past the operator now. */
  | { readonly kind: 'office-closed' }
  | { readonly kind: 'caller-gone'; readonly number: string }
  | { readonly kind: 'not-callable'; readonly number: string; readonly name: string };

/**
 * Hands the caller of a case on from the console. The operator's own telephone hears so and is hung up on, unless they want to
 * stay with the caller.
 */
export async function handOnByHand(
  service: Service,
  number: string,
  by: string,
  { plan, isWarm }: { plan: string | undefined; isWarm: boolean },
): Promise<{ ok: true } | { ok: false; why: HandOnRefusal }> {
  const known = await caseByNumber(service.db, number);
  const script = known && scriptOf(service, known.desk);
  if (!known || !script) return { ok: false, why: { kind: 'no-such-case', number } };
  return unitOfWork(service, async (unit) => {
    const targets = await transferOf(unit, script, known.id);
    const target = plan === undefined ? targets[0] : targets.find((of) => of.plan === plan);
    if (!target) return { ok: false, why: { kind: 'office-closed' } };
    const handed = await handOn(service, unit, { script, caseId: known.id, target, by, isWarm });
    if (!handed.ok)
      return {
        ok: false,
        why:
          handed.why === 'nobody-on-the-line'
            ? { kind: 'caller-gone', number }
            : { kind: 'not-callable', number, name: target.name },
      };
    if (!isWarm)
      for (const leg of await liveResponderLegs(unit.db, known.id)) {
        if (leg.place !== 'bridge' && leg.place !== 'after-bridge') continue;
        await moveLeg(unit, leg.id, TRANSFERRED);
        unit.order({ kind: 'call.redirect', id: leg.id, urgency: 1 });
      }
    return { ok: true };
  });
}

/** To whom the caller of a case can be handed on at this moment: nobody, when the office is closed or the caller has hung up. */
export async function targetsByHand(service: Service, number: string): Promise<TransferTarget[]> {
  const known = await caseByNumber(service.db, number);
  const script = known && scriptOf(service, known.desk);
  if (!known || !script || (await liveCustomerLegs(service.db, known.id)).length === 0) return [];
  const unit = { tx: service.db.$client, now: service.clock.now() };
  return (await isForOperators(unit, script, known)) ? transferOf(unit, script, known.id) : [];
}
