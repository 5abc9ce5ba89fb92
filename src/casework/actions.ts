import { callAccepterIfCallerHolds } from '../bridging/index.ts';
import {
  caseByNumber,
  lockCase,
  noteCase,
  recordContact,
  type Case,
  type ContactStory,
} from '../cases/index.ts';
import { acceptCase, lockOpenPaging, stopPaging } from '../paging/index.ts';
import { handOnByHand, targetsByHand } from '../transfer/index.ts';
import { unitOfWork, urgencyOf, type Service, type Unit } from '../service/index.ts';

/** Who does something to a case. */
export interface Actor {
  name: string;
  /** The key of the responder whom the account belongs to, where there is one. */
  person: string | undefined;
}

export type ActionResult = { ok: true } | { ok: false; message: string };

const done: ActionResult = { ok: true };
const refused = (message: string): ActionResult => ({ ok: false, message });
const isOver = (found: Case): boolean => found.status === 'closed' || found.status === 'cancelled';

/** What people do to a case by hand. Each is one transaction on the locked case; a refusal says what would be right. */
export function caseActions(service: Service) {
  const onCase = async (
    number: string,
    work: (unit: Unit, found: Case) => Promise<ActionResult>,
  ): Promise<ActionResult> => {
    const known = await caseByNumber(service.db, number);
    if (!known) return refused(`There is no case ${number}.`);
    return unitOfWork(service, async (unit) => work(unit, (await lockCase(unit.db, known.id))!));
  };
  return {
    addNote: (number: string, by: Actor, note: { text: string }) =>
      onCase(number, async (unit, found) => {
        noteCase(unit, found.id, 'note', { by: by.name, text: note.text });
        return done;
      }),

    recordReachedDirectly: (number: string, by: Actor, reached: { person: string }) =>
      onCase(number, async (unit, found) => {
        if (isOver(found)) return refused(`${number} is closed.`);
        return reachedBy(service, unit, found, { by: reached.person, how: 'direct', recordedBy: by.name });
      }),

    recordContact: (number: string, by: Actor, contact: { person: string | undefined; note: string }) =>
      onCase(number, async (unit, found) => {
        const { note, person } = contact;
        if (isOver(found) || found.status === 'resolved') return refused(`${number} is ${found.status}.`);
        if (found.contactedAt !== null && found.status === 'in-contact')
          return refused(`${number} is in contact: that was recorded before.`);
        if (person !== undefined)
          return reachedBy(service, unit, found, { by: person, how: 'console', note, recordedBy: by.name });
        await stopPaging(service, unit, found, by.name);
        await recordContact(unit, found.id, { by: by.name, how: 'console', note }, { account: by.name });
        return done;
      }),

    enterBuildNumber: (number: string, by: Actor, fix: { buildNumber: string }) =>
      onCase(number, async (unit, found) => {
        if (isOver(found)) return refused(`${number} is closed. Reopening is not possible yet.`);
        await stopPaging(service, unit, found, by.person ?? by.name);
        await unit.tx.query(
          `UPDATE support_case SET build_number = $2, status = 'resolved', resolved_at = coalesce(resolved_at, $3) WHERE id = $1`,
          [found.id, fix.buildNumber, unit.now],
        );
        noteCase(unit, found.id, 'case.resolved', { by: by.name, build: fix.buildNumber });
        return done;
      }),

    close: (number: string, by: Actor, closing: { reason: string | undefined }) =>
      onCase(number, async (unit, found) => {
        if (isOver(found)) return refused(`${number} is closed already.`);
        if (found.buildNumber === null && closing.reason === undefined) {
          return refused('Enter the build number of the fix first, or say why there is none.');
        }
        await stopPaging(service, unit, found, by.person ?? by.name);
        await unit.tx.query(
          `UPDATE support_case SET status = 'closed', closed_at = $2, closing_reason = $3 WHERE id = $1`,
          [found.id, unit.now, closing.reason ?? null],
        );
        await unit.tx.query('DELETE FROM task WHERE key = $1', [`case.contact:${found.id}`]);
        noteCase(unit, found.id, 'case.closed', {
          by: by.name,
          reason: closing.reason,
          build: found.buildNumber,
        });
        return done;
      }),

    /** The caller on the line is handed on to those who begin at once: while the office is open, by an operator. */
    handOn: (number: string, by: Actor, how: { plan: string | undefined; isWarm: boolean }) =>
      handOnByHand(service, number, by.person ?? by.name, how),

    handOnTargets: (number: string) => targetsByHand(service, number),

    pageNextRound: (number: string, by: Actor) =>
      onCase(number, async (unit, found) => {
        const open = await lockOpenPaging(unit.db, found.id);
        if (!open) return refused(`Nobody is being paged for ${number}.`);
        await unit.tx.query('UPDATE paging SET next_round_at = $2 WHERE id = $1', [open.id, unit.now]);
        unit.later({
          kind: 'paging.round',
          key: `paging.round:${open.id}`,
          subject: open.id,
          priority: urgencyOf(found.severity),
          dueAt: unit.now,
        });
        noteCase(unit, found.id, 'paging.hastened', { by: by.name });
        return done;
      }),
  };
}

/** Somebody of ours has reached the customer: the case is theirs unless another has it, and nobody is asked any more. */
async function reachedBy(
  service: Service,
  unit: Unit,
  found: Case,
  story: ContactStory,
): Promise<ActionResult> {
  const person = story.by;
  const { rows } = await unit.tx.query('SELECT 1 FROM person WHERE key = $1', [person]);
  if (rows.length === 0) return refused(`Nobody in the roster has the key ${person}.`);
  const outcome = await acceptCase(service, unit, { caseId: found.id, person, via: 'direct' });
  if (outcome.kind === 'over') await takeWithoutPaging(unit, found, person);
  await recordContact(unit, found.id, story);
  await callAccepterIfCallerHolds(unit, found, outcome.kind === 'taken' ? outcome.by : person);
  return done;
}

/** Nobody was being paged, and somebody has it now. */
async function takeWithoutPaging(unit: Unit, found: Case, person: string): Promise<void> {
  await unit.tx.query(
    'UPDATE support_case SET acknowledged_by = $2, acknowledged_at = coalesce(acknowledged_at, $3) WHERE id = $1',
    [found.id, person, unit.now],
  );
  noteCase(unit, found.id, 'case.acknowledged', { by: person, via: 'direct' });
}
