import { scriptOf, type Service, type Unit } from '../service/index.ts';
import { enqueueMail } from '../mail/index.ts';
import { phrasesFor, servedBy } from '../phrases/index.ts';
import type { CustomerEvent } from './events.ts';
import { letterOf } from './letter.ts';
import { takePin } from './pin.ts';
import { caseToTell, isTold, keepPin, type CaseToTell } from './reader.store.ts';

/**
 * Tells the customer of an event of their case, in their language, as part of the unit's transaction: when the event is
 * undone, so is the mail. Nothing happens at a desk whose script does not say `tell_customers`, and where nobody is known
 * to write to. Told twice of one event (registered: of the case; any other: of a kind and instant), it writes once.
 *
 * The first mail of a case tells the PIN of its status page. What the unit has inserted so far is written.
 */
export async function tellCustomer(
  service: Service,
  unit: Unit,
  of: { id: string; desk: string },
  event: CustomerEvent,
): Promise<void> {
  const script = scriptOf(service, of.desk);
  const mail = script?.mail;
  if (!script || !mail?.tellCustomers) return;
  await unit.flush();
  const found = await caseToTell(unit.tx, of.id);
  if (!found || found.reader === null) return;
  const about = event.kind === 'registered' ? event.kind : `${event.kind} ${unit.now.toISOString()}`;
  if (await isTold(unit.tx, found.id, about)) return;
  const language = found.language ?? script.language;
  const { customer: words } = phrasesFor(language);
  const made = event.kind === 'new-pin' || !found.hasPin ? await takePin() : undefined;
  if (made) await keepPin(unit.tx, found.id, made.hash, unit.now);
  const facts = {
    number: found.number,
    deskName: script.name,
    contactName: found.contactName ?? undefined,
    timeZone: script.timeZone,
    returnAddress: script.returns?.address ?? [],
  };
  const url = service.urls.status(found.number, servedBy(language));
  enqueueMail(unit, {
    ...letterOf(words, event, facts, { url, withPin: made !== undefined }),
    ...addressed(found, found.reader, mail.address, about),
    language: words.language,
    ...(made && { secret: made.pin }),
  });
  await unit.flush();
}

function addressed(found: CaseToTell, to: string, replyTo: string, about: string) {
  return { to, replyTo, thread: found.number, of: { caseId: found.id, about } };
}
