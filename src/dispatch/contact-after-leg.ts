import type { Call } from '../calls/index.ts';
import { isContactUnproved, lockCase, type Case } from '../cases/index.ts';
import { tellCustomerWho } from '../customer-mail/index.ts';
import { proveByTalk } from '../paging/index.ts';
import { textAddressOf } from '../people/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { scriptOf, type Service, type Unit } from '../service/index.ts';
import { sendText } from '../texts/index.ts';

/**
 * A leg of a case is over. A long talk with a called-back phone was contact; after a short one, a responder who leaves
 * without a word on whether it was the customer is asked by text.
 */
export async function settleContact(service: Service, unit: Unit, leg: Call): Promise<void> {
  const found = leg.caseId === null ? undefined : await lockCase(unit.db, leg.caseId);
  if (!found || !isContactUnproved(found)) return;
  const proof = await proveByTalk(unit, found);
  if (proof.proved && proof.by !== undefined)
    await tellCustomerWho(service, unit, found, 'contacted', proof.by);
  if (proof.proved || proof.lookAgainAt || found.status !== 'in-contact') return;
  if (leg.person !== null) await askByText(service, unit, found, leg.person);
}

async function askByText(service: Service, unit: Unit, found: Case, person: string): Promise<void> {
  const script = scriptOf(service, found.desk);
  const to = script && (await textAddressOf(unit.tx, person));
  if (!script || !to) return;
  sendText(service, unit, {
    purpose: 'confirmation',
    script,
    to: to.address,
    body: phrasesFor(to.language).talkedText(found.number, found.replyCode),
    urgency: 3,
    person,
    caseId: found.id,
  });
}
