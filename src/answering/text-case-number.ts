import { liveCustomerLegs, type Call } from '../calls/index.ts';
import { caseById, noteCase } from '../cases/index.ts';
import { formatPhoneNumberIn, takesNoTexts, toPhoneNumber } from '../kernel/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { scriptOf, type Service, type Unit } from '../service/index.ts';
import { hasOptedOut, sendText } from '../texts/index.ts';

/**
 * Texts the customer the number of their case when their call is over, at a desk whose script says so: once a case, however
 * often they call, in the call's language. Not to a landline, nor to a phone that has answered STOP. The case must be locked.
 */
export async function textCaseNumber(
  service: Service,
  unit: Unit,
  leg: Pick<Call, 'id' | 'desk' | 'toNumber'>,
  caseId: string,
): Promise<void> {
  // Most desks text nothing, and their case need not be read.
  if (!scriptOf(service, leg.desk)?.textCaseNumber) return;
  const found = await caseById(unit.db, caseId);
  const script = found && scriptOf(service, found.desk);
  if (!found || !script?.textCaseNumber || found.numberTextedAt !== null || found.erasedAt !== null) return;
  if (found.status === 'closed' || found.status === 'cancelled') return;
  const to = toPhoneNumber(found.callbackNumber ?? found.caller);
  if (to === undefined || takesNoTexts(to) || (await hasOptedOut(unit.tx, to))) return;
  // Another phone of theirs may be on the line still: its end is the call's.
  if ((await liveCustomerLegs(unit.db, caseId)).length > 0) return;
  await unit.tx.query('UPDATE support_case SET number_texted_at = $2 WHERE id = $1', [caseId, unit.now]);
  const own = toPhoneNumber(leg.toNumber) ?? script.numbers[0]!;
  const words = phrasesFor(found.language ?? script.language);
  const deskNumber = formatPhoneNumberIn(own, script.country);
  const facts = { deskName: script.name, deskNumber, caseNumber: found.number };
  noteCase(unit, caseId, 'customer.number-texted', { call: leg.id });
  sendText(service, unit, {
    purpose: 'customer',
    script,
    to,
    from: own,
    body: words.caseNumberText(facts),
    urgency: 6,
    caseId,
  });
}
