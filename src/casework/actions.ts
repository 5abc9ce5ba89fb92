import { callAccepterIfCallerHolds } from '../bridging/index.ts';
import { noteCase, recordContact, type Case, type ContactStory } from '../cases/index.ts';
import { tellCustomer, tellCustomerWho } from '../customer-mail/index.ts';
import type { Script } from '../ivr/index.ts';
import { acceptCase, lockOpenPaging, stopPaging } from '../paging/index.ts';
import { answerByHand, handOnByHand, targetsByHand } from '../transfer/index.ts';
import { scriptOf, urgencyOf, type Service, type Unit } from '../service/index.ts';
import { done, onCaseOf, refused, type ActionResult, type Actor } from './on-case.ts';
import type { CaseRefusal } from './refusal.ts';
import { whyNot } from './steps.ts';
import { workActions } from './work-actions.ts';
import { changeWork, workOf } from './work.store.ts';

const isOver = (found: Case): boolean => found.status === 'closed' || found.status === 'cancelled';
const hasStatus = ({ number, status }: Case): ActionResult => refused({ kind: 'has-status', number, status });

/** What people do to a case by hand. Each is one transaction on the locked case; a refusal says why. */
export function caseActions(service: Service) {
  const onCase = onCaseOf(service);
  return {
    ...workActions(service),

    addNote: (number: string, by: Actor, note: { text: string }) =>
      onCase(number, async (unit, found) => {
        noteCase(unit, found.id, 'note', { by: by.name, text: note.text });
        return done;
      }),

    recordReachedDirectly: (number: string, by: Actor, reached: { person: string }) =>
      onCase(number, async (unit, found) => {
        if (isOver(found)) return hasStatus(found);
        return reachedBy(service, unit, found, { by: reached.person, how: 'direct', recordedBy: by.name });
      }),

    recordContact: (number: string, by: Actor, contact: { person: string | undefined; note: string }) =>
      onCase(number, async (unit, found) => {
        const { note, person } = contact;
        if (isOver(found) || found.status === 'resolved') return hasStatus(found);
        if (found.contactedAt !== null && found.status === 'in-contact')
          return refused({ kind: 'contact-known', number });
        if (person !== undefined)
          return reachedBy(service, unit, found, { by: person, how: 'console', note, recordedBy: by.name });
        await stopPaging(service, unit, found, by.name);
        await recordContact(unit, found.id, { by: by.name, how: 'console', note }, { account: by.name });
        await tellCustomerWho(service, unit, found, 'contacted', by.name);
        return done;
      }),

    enterBuildNumber: (number: string, by: Actor, fix: { buildNumber: string }) =>
      onCase(number, async (unit, found) => {
        if (isOver(found)) return refused({ kind: 'closed' });
        await stopPaging(service, unit, found, by.person ?? by.name);
        await unit.tx.query(
          `UPDATE support_case SET build_number = $2, status = 'resolved', resolved_at = coalesce(resolved_at, $3) WHERE id = $1`,
          [found.id, fix.buildNumber, unit.now],
        );
        noteCase(unit, found.id, 'case.resolved', { by: by.name, build: fix.buildNumber });
        await tellCustomer(service, unit, found, { kind: 'resolved', build: fix.buildNumber });
        return done;
      }),

    close: (number: string, by: Actor, closing: Closing) =>
      onCase(number, async (unit, found) => {
        if (isOver(found)) return hasStatus(found);
        const script = scriptOf(service, found.desk);
        const refusal = whyNotClosed(script, found, closing) ?? whyNot('close', await workOf(unit.db, found));
        if (refusal !== undefined) return refused(refusal);
        const code = script?.closingCodes?.find((known) => known.code === closing.code);
        const inDesksWords = code?.words[script?.language.slice(0, 2) ?? ''];
        await stopPaging(service, unit, found, by.person ?? by.name);
        await unit.tx.query(
          `UPDATE support_case SET status = 'closed', closed_at = $2, closing_reason = $3 WHERE id = $1`,
          [found.id, unit.now, closing.reason ?? inDesksWords ?? null],
        );
        await unit.tx.query('DELETE FROM task WHERE key = $1', [`case.contact:${found.id}`]);
        noteCase(unit, found.id, 'case.closed', {
          by: by.name,
          ...(code === undefined ? {} : { code: code.code }),
          reason: closing.reason,
          build: found.buildNumber,
        });
        if (code) await changeWork(unit.db, found.id, { closingCode: code.code });
        const own = (found.language ?? script?.language ?? '').slice(0, 2);
        await tellCustomer(service, unit, found, { kind: 'closed', why: code?.words[own] ?? inDesksWords });
        return done;
      }),

    /** The caller on the line is handed on to those who begin at once: while the office is open, by an operator. */
    handOn: (number: string, by: Actor, how: { plan: string | undefined; isWarm: boolean }) =>
      handOnByHand(service, number, by.person ?? by.name, how),

    handOnTargets: (number: string) => targetsByHand(service, number),

    answerCall: (number: string, by: Actor) => answerByHand(service, number, by.person),

    pageNextRound: (number: string, by: Actor) =>
      onCase(number, async (unit, found) => {
        const open = await lockOpenPaging(unit.db, found.id);
        if (!open) return refused({ kind: 'nobody-paged', number });
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

/** One of the desk's codes, where it has any; else a reason, unless a build is the reason. */
interface Closing {
  reason: string | undefined;
  code?: string | undefined;
}

function whyNotClosed(script: Script | undefined, found: Case, closing: Closing): CaseRefusal | undefined {
  const codes = script?.closingCodes?.map(({ code }) => code) ?? [];
  if (codes.length > 0) {
    return codes.includes(closing.code ?? '') ? undefined : { kind: 'code-missing' };
  }
  if (found.buildNumber !== null || closing.reason !== undefined) return undefined;
  return { kind: 'build-or-reason-missing' };
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
  if (rows.length === 0) return refused({ kind: 'no-such-person', person });
  const outcome = await acceptCase(service, unit, { caseId: found.id, person, via: 'direct' });
  if (outcome.kind === 'over') await takeWithoutPaging(unit, found, person);
  if (await recordContact(unit, found.id, story))
    await tellCustomerWho(service, unit, found, 'contacted', person);
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
