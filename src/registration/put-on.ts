import { textCaseNumber } from '../answering/index.ts';
import { liveCustomerLegs, lockCall } from '../calls/index.ts';
import {
  caseById,
  caseByNumber,
  isContactUnproved,
  lockCase,
  lockCases,
  noteCase,
  type Case,
} from '../cases/index.ts';
import type { Task, TaskOutcome } from '../engine/index.ts';
import { unitOfWork, type Service, type Unit } from '../service/index.ts';
import { callsOf, hasLiveCalls, isContactDue, isPaged, joinedBefore, lastCallOf } from './case-end.store.ts';
import type { Writer } from './fields.ts';
import { followCase, joinCase, joinedTo } from './join-case.ts';
import { isToBePutOn, lockDraft, readDraft, writeCallBack, writePutOn } from './registration.store.ts';
import { canBeRegistered } from './state.ts';

export type PutOnResult =
  | { kind: 'put-on'; number: string }
  /** The call rings or goes on: it is put there as soon as it is over, unless that is taken back. */
  | { kind: 'with-the-call'; number: string }
  | { kind: 'unknown' }
  /** The case is registered or closed already: it is a matter of its own. */
  | { kind: 'over' }
  /** The case that it was to be put on: there is none of this number, it is over, or it is of another desk. */
  | { kind: 'no-such-case' };

/** How often is looked whether a call is over that is to be put on a case: its end is told, and might not be. */
const LOOK_AGAIN_MS = 30_000;

/**
 * The caller calls about a case that is open. When the call is over its texts and messages go there with it, the case that it
 * had opened is closed, and what was typed of it goes along as a note. While it rings or goes on this is kept in mind and no
 * more: whoever rings, holds or talks for the case that was opened for it goes on undisturbed.
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
    const { found, target } = await lockBoth(unit, known.id, wanted.id);
    const draft = await lockDraft(unit.tx, found.id);
    // Sent twice, it is where it was put the first time.
    if (found.closingReason === joinedTo(target.number)) return { kind: 'put-on', number: target.number };
    if (!canBeRegistered(found) || draft.registeredAt !== undefined) return { kind: 'over' };
    if (isOver(target)) return { kind: 'no-such-case' };
    if (!(await goesOn(unit, found))) {
      await joinCase(service, unit, found, target, by.name);
      if (await hasLiveCalls(unit.tx, found.id)) lookWhenOver(unit, found.id, LOOK_AGAIN_MS);
      return { kind: 'put-on', number: target.number };
    }
    if (draft.putOn?.caseId !== target.id) {
      await writePutOn(unit.tx, found.id, { caseId: target.id, by: by.name });
      await writeCallBack(unit.tx, found.id, undefined);
      noteCase(unit, found.id, 'call.to-be-joined', { case: target.number, by: by.name });
    }
    lookWhenOver(unit, found.id, LOOK_AGAIN_MS);
    return { kind: 'with-the-call', number: target.number };
  });
}

/** The call is a matter of its own after all. False when it has been put on a case already, or was not to be. */
export async function takeBackPutOn(service: Service, number: string, by: Writer): Promise<boolean> {
  const known = await caseByNumber(service.db, number);
  if (known === undefined) return false;
  return unitOfWork(service, async (unit) => {
    await lockCase(unit.db, known.id);
    const draft = await lockDraft(unit.tx, known.id);
    if (draft.putOn === undefined) return false;
    await writePutOn(unit.tx, known.id, undefined);
    noteCase(unit, known.id, 'call.stays', { case: draft.putOn.number, by: by.name });
    return true;
  });
}

/**
 * A customer's leg of a case is over. True when its call is to be put on another: that is looked to at once, behind this
 * transaction, which holds the one case and not the other.
 */
export async function expectPutOn(unit: Unit, found: Case): Promise<boolean> {
  if (!canBeRegistered(found) || !(await isToBePutOn(unit.tx, found.id))) return false;
  lookWhenOver(unit, found.id, 0);
  return true;
}

/**
 * The task: puts the call where it was to go, when it is over, and later what was still going on of ours then. A case that has
 * been closed meanwhile takes no call: the call waits to be registered as any other.
 */
export async function putOnWhenOver(service: Service, task: Task): Promise<TaskOutcome> {
  const { putOn } = await readDraft(service.db.$client, task.subject);
  const known = await caseById(service.db, task.subject);
  if (known === undefined) return;
  const wanted = known.joinedTo ?? putOn?.caseId;
  if (wanted === undefined) return unitOfWork(service, (unit) => textOwnNumber(service, unit, known));
  return unitOfWork(service, async (unit): Promise<TaskOutcome> => {
    const { found, target } = await lockBoth(unit, known.id, wanted);
    const again = (): TaskOutcome => {
      lookWhenOver(unit, found.id, LOOK_AGAIN_MS);
      return 'settled';
    };
    if (found.joinedTo === target.id) {
      await followCase(unit, found, target);
      return (await hasLiveCalls(unit.tx, found.id)) ? again() : undefined;
    }
    const draft = await lockDraft(unit.tx, found.id);
    // Taken back, registered or put elsewhere meanwhile.
    if (draft.putOn?.caseId !== target.id || !canBeRegistered(found))
      return textOwnNumber(service, unit, found);
    if (await goesOn(unit, found)) return again();
    if (!isOver(target)) {
      await joinCase(service, unit, found, target, draft.putOn.by);
      return (await hasLiveCalls(unit.tx, found.id)) ? again() : undefined;
    }
    await writePutOn(unit.tx, found.id, undefined);
    noteCase(unit, found.id, 'call.not-joined', { case: target.number });
    return textOwnNumber(service, unit, found);
  });
}

/** The call stays a matter of its own: its number, which was not texted at its end because another was expected, is texted now. */
async function textOwnNumber(service: Service, unit: Unit, { id }: Pick<Case, 'id'>): Promise<void> {
  await lockCase(unit.db, id);
  const draft = await readDraft(unit.tx, id);
  const call = draft.putOn === undefined ? await lastCallOf(unit.tx, id) : undefined;
  if (call) await textCaseNumber(service, unit, call, id);
}

function lookWhenOver(unit: Unit, caseId: string, afterMs: number): void {
  const dueAt = new Date(unit.now.getTime() + afterMs);
  const key = `registration.put-on:${caseId}`;
  unit.later({ kind: 'registration.put-on', key, subject: caseId, priority: 5, dueAt });
}

/** Calls first, then the cases by id, with those whose numbers lead to the first: whoever else takes them keeps to that order. */
async function lockBoth(unit: Unit, caseId: string, ontoId: string): Promise<{ found: Case; target: Case }> {
  for (const call of await callsOf(unit.tx, caseId)) await lockCall(unit.db, call);
  await lockCases(unit.tx, [caseId, ontoId, ...(await joinedBefore(unit.tx, caseId))]);
  const found = (await lockCase(unit.db, caseId))!;
  const target = (await lockCase(unit.db, ontoId))!;
  return { found, target };
}

/**
 * The caller is on the line, somebody is being called about the case, or has accepted it and owes its caller a call: closed, it
 * would remind nobody of that.
 */
async function goesOn(unit: Unit, found: Case): Promise<boolean> {
  if ((await liveCustomerLegs(unit.db, found.id)).length > 0) return true;
  if (await isPaged(unit.tx, found.id)) return true;
  return isContactUnproved(found) && (await isContactDue(unit.tx, found.id));
}

function isOver({ status }: Pick<Case, 'status'>): boolean {
  return status === 'closed' || status === 'cancelled';
}
