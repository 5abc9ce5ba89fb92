import { caseById, caseByNumber, lockCase, lookUpOpening, noteCase } from '../cases/index.ts';
import { brokenConstraintOf } from '../database/index.ts';
import { newLinkToken } from '../kernel/index.ts';
import { scriptOf, unitOfWork, type Service } from '../service/index.ts';
import { cancelCase, hasCalls } from './case-end.store.ts';
import type { Writer } from './fields.ts';
import { endPresence } from './presence.store.ts';
import { lockDraft } from './registration.store.ts';
import { canBeRegistered } from './state.ts';

/** What a case is called until the form says better. */
const unfinished = 'Registration not finished';

/**
 * Opens a case for what came by mail or was told in passing. `id` was made with the button that asks for it, so that a
 * button pressed twice opens one. The number of the case; undefined for a desk that there is not.
 */
export async function openByHand(
  service: Service,
  by: Writer,
  wanted: { id: string; desk: string },
): Promise<string | undefined> {
  const script = scriptOf(service, wanted.desk);
  if (script === undefined) return undefined;
  const before = await caseById(service.db, wanted.id);
  if (before !== undefined) return before.number;
  try {
    return await unitOfWork(service, async (unit) => {
      const nobody = { desk: script.desk, caller: undefined, severity: undefined };
      const found = await lookUpOpening(unit.tx, { ...nobody, kind: 'registration' }, unit.now);
      const number = `${script.caseNumbers.prefix}-${found.sequenceNumber}`;
      unit.insert('support_case', {
        id: wanted.id,
        number,
        desk: script.desk,
        kind: 'registration',
        summary: unfinished,
        status: 'open',
        language: script.language,
        reply_code: found.replyCode,
        room: `room-${newLinkToken()}`,
        opened_at: unit.now,
      });
      noteCase(unit, wanted.id, 'case.opened', { kind: 'registration', by: by.name, how: 'by hand' });
      return number;
    });
  } catch (error) {
    if (brokenConstraintOf(error) !== 'support_case_pkey') throw error;
    return (await caseById(service.db, wanted.id))?.number;
  }
}

/** Gives up a registration that was begun by hand and is nobody's call. False when it cannot be: a call stays a case. */
export async function discard(service: Service, number: string, by: Writer): Promise<boolean> {
  const known = await caseByNumber(service.db, number);
  if (known === undefined) return false;
  return unitOfWork(service, async (unit) => {
    const found = (await lockCase(unit.db, known.id))!;
    const draft = await lockDraft(unit.tx, found.id);
    if (!canBeRegistered(found) || draft.registeredAt !== undefined || found.caller !== null) return false;
    if (await hasCalls(unit.tx, found.id)) return false;
    await cancelCase(unit.tx, found.id, unit.now);
    await endPresence(unit.db, found.id);
    noteCase(unit, found.id, 'case.cancelled', { by: by.name });
    return true;
  });
}
