import { callById, type Call } from '../calls/index.ts';
import { pageStandingOf, settleUnsent } from '../paging/index.ts';
import { customerTextFailed, OPTED_OUT } from '../redirect/index.ts';
import { unitOfWork, type Service, type Unit } from '../service/index.ts';
import { legEnded } from './leg-ended.ts';
import { lockLeg } from './lock-leg.ts';
import { isCallOfUse, isTextOfUse } from './of-use.store.ts';
import { lockText, textById, type TextRow } from './text-row.store.ts';
import { watchRinging } from './watch-call.ts';

/** Whether the carrier is still to be asked for a call that had to wait for that. One that nobody wants any more is ended. */
export async function isCallWanted(service: Service, callId: string): Promise<boolean> {
  const found = await callById(service.db, callId);
  const look = { tx: service.db.$client, now: service.clock.now() };
  // Without locks: whoever has many pages in their hands must not hold up what is wanted.
  if (found && isUnasked(found) && (await legStanding(service, look, found)) === 'wanted') return true;
  return unitOfWork(service, async (unit) => (await legToPlace(service, unit, callId)) !== undefined);
}

/** The same of a text. */
export async function isTextWanted(service: Service, textId: string): Promise<boolean> {
  const found = await textById(service.db.$client, textId);
  const look = { tx: service.db.$client, now: service.clock.now() };
  if (found && isUnsent(found) && (await textStanding(service, look, found)) === 'wanted') return true;
  return unitOfWork(service, async (unit) => (await textToSend(service, unit, textId)) !== undefined);
}

type Look = Pick<Unit, 'tx' | 'now'>;

/** Whether a call is still to be placed. `past`: it is about no case, and too late or in the way of pages. */
export async function legStanding(service: Service, look: Look, leg: Call) {
  if (leg.purpose === 'page') return pageStandingOf(service, look, { callId: leg.id });
  return (await isCallOfUse(look.tx, leg, look.now)) ? 'wanted' : 'past';
}

/** Whether a text is still to be sent. `past`: it is about no case, and too late. */
export async function textStanding(service: Service, look: Look, text: TextRow) {
  if (text.purpose === 'page')
    return pageStandingOf(service, look, { textId: text.id, besidePage: text.beside_page });
  return (await isTextOfUse(look.tx, text, look.now)) ? 'wanted' : 'past';
}

/** A call that the carrier is still to be asked for. One that nobody wants any more is ended here. */
export async function legToPlace(service: Service, unit: Unit, callId: string): Promise<Call | undefined> {
  const found = await lockLeg(unit, callId);
  if (!found || found.endedAt !== null || found.status === 'lost') return undefined;
  if (found.carrierId !== null) {
    await watchRinging(service, unit, found.id);
    return undefined;
  }
  const standing = await legStanding(service, unit, found);
  if (standing === 'wanted') return found;
  if (standing !== 'past') await settleUnsent(unit, { callId: found.id }, standing);
  await legEnded(service, unit, found, { status: 'canceled' });
  return undefined;
}

/** A text that the carrier is still to be asked for. One that nobody wants any more is ended here. */
export async function textToSend(service: Service, unit: Unit, textId: string): Promise<TextRow | undefined> {
  const found = await lockText(unit, textId);
  if (!found || !isUnsent(found)) return undefined;
  const standing = await textStanding(service, unit, found);
  // What waited for its time is looked after, and counted, from now on.
  if (found.status === 'due')
    await unit.tx.query(`UPDATE text_message SET status = 'sending', created_at = $2 WHERE id = $1`, [
      found.id,
      unit.now,
    ]);
  if (standing === 'wanted') return found;
  if (standing !== 'past') await settleUnsent(unit, { textId: found.id }, standing);
  await unit.tx.query(`UPDATE text_message SET status = 'failed', settled_at = $2 WHERE id = $1`, [
    found.id,
    unit.now,
  ]);
  await tellOfUnsent(service, unit, found);
  return undefined;
}

/** A text to a customer that is not sent after all stands on its case, with why, as one that the carrier refused. */
export async function tellOfUnsent(service: Service, unit: Unit, text: TextRow): Promise<void> {
  if (text.purpose !== 'customer') return;
  const { id, to_number: to, case_id: caseId } = text;
  await customerTextFailed(service, unit, { id, to, caseId }, OPTED_OUT);
}

/** A lost one has been replaced, or will be. */
function isUnasked(leg: Call): boolean {
  return leg.endedAt === null && leg.carrierId === null && leg.status !== 'lost';
}

function isUnsent(text: TextRow): boolean {
  return text.carrier_id === null && text.status !== 'failed';
}
