import type { Call } from '../calls/index.ts';
import { pageStandingOf, settleUnsent } from '../paging/index.ts';
import type { Service, Unit } from '../service/index.ts';
import { legEnded } from './leg-ended.ts';
import { lockLeg } from './lock-leg.ts';
import { lockText, type TextRow } from './text-row.store.ts';
import { watchRinging } from './watch-call.ts';

/** A call that the carrier is still to be asked for. One that nobody wants any more is ended here. */
export async function legToPlace(service: Service, unit: Unit, callId: string): Promise<Call | undefined> {
  const found = await lockLeg(unit, callId);
  if (!found || found.endedAt !== null) return undefined;
  if (found.carrierId !== null) {
    await watchRinging(service, unit, found.id);
    return undefined;
  }
  const standing = await pageStandingOf(service, unit, { callId: found.id });
  if (found.purpose !== 'page' || standing === 'wanted') return found;
  await settleUnsent(unit, { callId: found.id }, standing);
  await legEnded(service, unit, found, { status: 'canceled' });
  return undefined;
}

/** A text that the carrier is still to be asked for. One that nobody wants any more is ended here. */
export async function textToSend(service: Service, unit: Unit, textId: string): Promise<TextRow | undefined> {
  const found = await lockText(unit, textId);
  if (!found || found.carrier_id !== null || found.status === 'failed') return undefined;
  if (found.purpose !== 'page') return found;
  const standing = await pageStandingOf(service, unit, { textId: found.id, besidePage: found.beside_page });
  if (standing === 'wanted') return found;
  await settleUnsent(unit, { textId: found.id }, standing);
  await unit.tx.query(`UPDATE text_message SET status = 'failed', settled_at = $2 WHERE id = $1`, [
    found.id,
    unit.now,
  ]);
  return undefined;
}
