import { noteCall } from '../calls/index.ts';
import { noteCase, type Case } from '../cases/index.ts';
import { formatPhoneNumberIn, takesNoTexts, toPhoneNumber } from '../kernel/index.ts';
import { phrasesFor } from '../phrases/index.ts';
import { scriptOf, type Service, type Unit } from '../service/index.ts';
import { hasOptedOut, sendText } from '../texts/index.ts';
import { closeAsJoined, moveToCase, noteNumbersTexted, type MovedCall } from './case-end.store.ts';
import { valuesOf } from './fields.ts';
import { endPresence } from './presence.store.ts';
import { readDraft, writeCallBack, writePutOn } from './registration.store.ts';

/** The closing reason of a case whose call is another's matter. */
export function joinedTo(number: string): string {
  return `Joined to ${number}`;
}

/** Puts the call of a case on another, and closes the one that it had opened. Its calls and both cases are locked. */
export async function joinCase(
  service: Service,
  unit: Unit,
  found: Case,
  target: Case,
  by: string,
): Promise<void> {
  const { fields } = await readDraft(unit.tx, found.id);
  const moved = await moveToCase(unit.tx, found.id, target.id);
  const to = { id: target.id, reason: joinedTo(target.number) };
  await closeAsJoined(unit.tx, found.id, to, unit.now);
  await writePutOn(unit.tx, found.id, undefined);
  await writeCallBack(unit.tx, found.id, undefined);
  await endPresence(unit.db, found.id);
  for (const { id } of moved.filter(isCustomers)) {
    noteCase(unit, target.id, 'call.joined', { call: id, by, case: found.number });
    noteCall(unit, id, 'put-on', { case: target.number, by });
  }
  const typed = typedWords(valuesOf(fields));
  if (typed !== '') noteCase(unit, target.id, 'note', { by, text: typed });
  noteCase(unit, found.id, 'case.joined', { case: target.number, by });
  await textBothNumbers(service, unit, found, target, moved);
}

/** What was still going on of ours when the case was joined is over now, and goes where the call went. */
export async function followCase(unit: Unit, found: Case, target: Case): Promise<void> {
  await moveToCase(unit.tx, found.id, target.id);
}

const isCustomers = ({ purpose }: MovedCall): boolean => purpose === 'support' || purpose === 'call-back';

/** What had been typed of the matter itself. */
function typedWords(values: Readonly<Record<string, string>>): string {
  return ['name', 'phone', 'symptoms', 'tried']
    .map((field) => values[field]?.trim() ?? '')
    .filter((text) => text !== '')
    .join('\n');
}

/**
 * The caller was told one number, by voice and perhaps by text, and the case has another: where the desk texts numbers, they are
 * texted which of the two is the case's, and that the other one leads there too.
 */
async function textBothNumbers(
  service: Service,
  unit: Unit,
  found: Case,
  target: Case,
  moved: readonly MovedCall[],
): Promise<void> {
  const script = scriptOf(service, found.desk);
  if (!script?.textCaseNumber) return;
  const to = toPhoneNumber(found.callbackNumber ?? found.caller);
  if (to === undefined || takesNoTexts(to) || (await hasOptedOut(unit.tx, to))) return;
  const called = moved.find(({ purpose }) => purpose === 'support');
  const own = toPhoneNumber(called?.toNumber) ?? script.numbers[0]!;
  const words = phrasesFor(found.language ?? script.language);
  const body = words.joinedCaseText({
    deskName: script.name,
    deskNumber: formatPhoneNumberIn(own, script.country),
    caseNumber: target.number,
    toldNumber: found.number,
  });
  await noteNumbersTexted(unit.tx, [found.id, target.id], unit.now);
  noteCase(unit, target.id, 'customer.number-texted', { case: found.number });
  sendText(service, unit, {
    purpose: 'customer',
    script,
    to,
    from: own,
    body,
    urgency: 6,
    caseId: target.id,
  });
}
