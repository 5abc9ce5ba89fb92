import { noteCase } from '../cases/index.ts';
import { toPhoneNumber } from '../kernel/index.ts';
import { textAddressOf } from '../people/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { scriptOf, type Service, type Unit } from '../service/index.ts';
import { noteOptOut, sendText } from '../texts/index.ts';
import { redirectOfText } from './redirect.store.ts';
import { redirectFacts } from './redirect.ts';

/** Twilio: the phone has sent STOP. */
export const OPTED_OUT = '21610';

/**
 * A text to a customer will not arrive: it stands on its case, and whoever had sent them to the desk by it is told, since
 * they think that the customer knows. Nothing is sent again.
 */
export async function customerTextFailed(
  service: Service,
  unit: Unit,
  text: { id: string; to: string; caseId: string | null },
  code: string,
): Promise<void> {
  if (text.caseId !== null) noteCase(unit, text.caseId, 'customer.text-failed', { code });
  if (code === OPTED_OUT) await noteOptOut(unit.db, text.to, unit.now);
  const redirect = await redirectOfText(unit.db, text.id);
  const script = redirect && scriptOf(service, redirect.desk);
  if (!script || redirect.person === null) return;
  const sender = await textAddressOf(unit.tx, redirect.person);
  if (!sender) return;
  const facts = redirectFacts(script, toPhoneNumber(redirect.number));
  sendText(service, unit, {
    purpose: 'confirmation',
    script,
    to: sender.address,
    body: phrasesFor(sender.language).redirect.notDelivered(facts),
    person: redirect.person,
    urgency: 5,
    caseId: text.caseId ?? undefined,
  });
}
