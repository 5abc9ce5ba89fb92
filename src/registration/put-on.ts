import { caseByNumber, lockCases, lockCase, noteCase } from '../cases/index.ts';
import { lockCall, noteCall } from '../calls/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import type { Writer } from './fields.ts';
import { valuesOf } from './fields.ts';
import { endPresence } from './presence.store.ts';
import { callsOf, closeAsJoined, isPaged, moveToCase } from './case-end.store.ts';
import { lockDraft } from './registration.store.ts';
import { canBeRegistered } from './state.ts';

export type PutOnResult =
  | { kind: 'put-on'; number: string }
  | { kind: 'unknown' }
  /** The case is registered or closed already: it is a matter of its own. */
  | { kind: 'over' }
  /** Somebody is being called about it: whoever answers is with the caller, and can put the call on then. */
  | { kind: 'rings' }
  /** The case that it was to be put on: there is none of this number, it is over, or it is of another desk. */
  | { kind: 'no-such-case' };

/**
 * The caller has called about a case that is open: their calls, texts and messages go there, and the case that their
 * call had opened is closed. What was typed of it goes along as a note.
 */
export async function putOnCase(
  service: Service,
  number: string,
  by: Writer,
  onto: string,
): Promise<PutOnResult> {
  const known = await caseByNumber(service.db, number);
  const wanted = await caseByNumber(service.db, onto.trim().toUpperCase());
  if (known === undefined) return { kind: 'unknown' };
  if (wanted === undefined || wanted.id === known.id || wanted.desk !== known.desk)
    return { kind: 'no-such-case' };
  return unitOfWork(service, async (unit): Promise<PutOnResult> => {
    // The call first, then the cases by id: whoever else takes them keeps to that order.
    const calls = await callsOf(unit.tx, known.id);
    for (const call of calls) await lockCall(unit.db, call);
    await lockCases(unit.tx, [known.id, wanted.id]);
    const found = (await lockCase(unit.db, known.id))!;
    const target = (await lockCase(unit.db, wanted.id))!;
    const draft = await lockDraft(unit.tx, found.id);
    // Sent twice, it is where it was put the first time.
    if (found.closingReason === joinedTo(target.number)) return { kind: 'put-on', number: target.number };
    if (!canBeRegistered(found) || draft.registeredAt !== undefined) return { kind: 'over' };
    if (target.status === 'closed' || target.status === 'cancelled') return { kind: 'no-such-case' };
    // A phone that rings for this call would be answered for a case that is closed.
    if (await isPaged(unit.tx, found.id)) return { kind: 'rings' };
    await moveToCase(unit.tx, found.id, target.id);
    await closeAsJoined(unit.tx, found.id, joinedTo(target.number), unit.now);
    await endPresence(unit.db, found.id);
    for (const call of calls) {
      noteCase(unit, target.id, 'call.joined', { call, by: by.name, case: found.number });
      noteCall(unit, call, 'put-on', { case: target.number, by: by.name });
    }
    const typed = typedWords(valuesOf(draft.fields));
    if (typed !== '') noteCase(unit, target.id, 'note', { by: by.name, text: typed });
    noteCase(unit, found.id, 'case.joined', { case: target.number, by: by.name });
    return { kind: 'put-on', number: target.number };
  });
}

function joinedTo(number: string): string {
  return `Joined to ${number}`;
}

/** What had been typed of the matter itself. */
function typedWords(values: Readonly<Record<string, string>>): string {
  return ['name', 'phone', 'symptoms', 'tried']
    .map((field) => values[field]?.trim() ?? '')
    .filter((text) => text !== '')
    .join('\n');
}
